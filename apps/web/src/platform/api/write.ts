import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import type { Route, RouteArguments, RouteResponse } from "@varde/contract";
import { api } from "./client.ts";
import { QUERY_PATHS } from "./live-topics.ts";

type Variables<R extends Route> = keyof RouteArguments<R> extends never ? void : RouteArguments<R>;

/** Does an act of the contract. What the pages show is read again afterwards, also when the act was refused. */
export function useWrite<R extends Route>(
  route: R,
): UseMutationResult<RouteResponse<R>, Error, Variables<R>> {
  const queries = useQueryClient();
  const act = api as (route: R, given: Variables<R>) => Promise<RouteResponse<R>>;
  return useMutation({
    mutationFn: (given: Variables<R>) => act(route, given),
    onSettled: () => {
      void queries.invalidateQueries({ predicate: ({ queryKey }) => QUERY_PATHS.test(String(queryKey[0])) });
    },
  });
}
