import type { Plugin } from "vite";
import { answerRequest } from "./fixtures/answer-request.ts";

/** Lets the development server answer the page's requests with invented data. */
export function answerWithFixtures(): Plugin {
  return {
    name: "varde-fixtures",
    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        if (!(await answerRequest(request, response))) next();
      });
    },
  };
}
