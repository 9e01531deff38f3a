import { createRouter } from "@tanstack/react-router";
import { ErrorPage } from "./error-pages.tsx";
import { queries } from "./queries.ts";
import { routeTree } from "./routes.tsx";

/** Knows every page by its address; links are checked against it when compiling. */
export const router = createRouter({
  routeTree,
  context: { queries },
  defaultPreload: "intent",
  defaultPreloadStaleTime: 0,
  defaultErrorComponent: ErrorPage,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
