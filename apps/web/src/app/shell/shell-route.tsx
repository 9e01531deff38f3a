import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, createRoute, Outlet, redirect } from "@tanstack/react-router";
import { ProblemError } from "@varde/contract";
import type { Permission } from "@varde/contract/access";
import { meOptions } from "../../access/index.ts";
import { ForbiddenPage } from "../error-pages.tsx";
import { Shell } from "./shell.tsx";

/** Everything there is an address for. */
export const root = createRootRouteWithContext<{ queries: QueryClient }>()({ component: Outlet });

/** The frame of every page of somebody logged in; strangers are sent to the login page, and back afterwards. */
export const shell = createRoute({
  getParentRoute: () => root,
  id: "shell",
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    try {
      return { me: await context.queries.ensureQueryData(meOptions) };
    } catch (error) {
      const stranger = error instanceof ProblemError && error.problem.status === 401;
      if (stranger)
        throw redirect({ to: "/login", search: location.href === "/" ? {} : { returnTo: location.href } });
      throw error;
    }
  },
});

/** Lets a page be shown only to those who may; the server asks again at every read. */
export const only =
  (permission: Permission) =>
  ({ context }: { context: { me: { permissions: readonly Permission[] } } }) => {
    if (!context.me.permissions.includes(permission)) throw new ForbiddenPage(permission);
  };
