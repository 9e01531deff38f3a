import { QueryCache, QueryClient } from "@tanstack/react-query";
import { accessRoutes, ProblemError } from "@varde/contract";

const FRESH_MS = 10_000;
const RETRIES = 2;

/** A refusal stays a refusal however often it is asked for; only what may pass is tried again. */
function mayPass(failures: number, error: Error): boolean {
  const refused = error instanceof ProblemError && error.problem.status < 500 && error.problem.status !== 429;
  return !refused && failures < RETRIES;
}

/** Everything the pages have read. A session that ended sends the reader to the login page, and back afterwards. */
export const queries = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, { queryKey }) => {
      // Who is logged in is asked by the shell, which knows a stranger from somebody whose session ended.
      const ended = error instanceof ProblemError && error.problem.status === 401;
      if (!ended || queryKey[0] === accessRoutes.getMe.path) return;
      const here = location.pathname + location.search;
      location.assign(`/login?${new URLSearchParams({ cause: "expired", returnTo: here }).toString()}`);
    },
  }),
  defaultOptions: { queries: { staleTime: FRESH_MS, retry: mayPass } },
});
