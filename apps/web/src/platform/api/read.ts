import {
  keepPreviousData,
  queryOptions,
  type UseQueryResult,
  useInfiniteQuery,
  useQuery,
} from "@tanstack/react-query";
import type { Route, RouteArguments, RouteResponse } from "@varde/contract";
import { useMemo } from "react";
import type { z } from "zod";
import { api } from "./client.ts";

type Given<R extends Route> = keyof RouteArguments<R> extends never ? [] : [RouteArguments<R>];

/** How a read is kept and fetched: its key begins with the route's path, so that news of a change finds it. */
export function readOptions<R extends Route>(route: R, ...given: Given<R>) {
  return queryOptions<RouteResponse<R>>({
    queryKey: [route.path, given[0] ?? {}],
    queryFn: () => api(route, ...given),
  });
}

/** Reads a route of the contract and keeps the answer fresh. While another page of it comes, the one before stays. */
export function useRead<R extends Route>(route: R, ...given: Given<R>): UseQueryResult<RouteResponse<R>> {
  return useQuery({ ...readOptions(route, ...given), placeholderData: keepPreviousData });
}

/** As `useRead`, only while `enabled`: for figures a person may not be permitted to see. */
export function useReadIf<R extends Route>(
  enabled: boolean,
  route: R,
  ...given: Given<R>
): UseQueryResult<RouteResponse<R>> {
  return useQuery({ ...readOptions(route, ...given), enabled });
}

type Cursor = string | number;
type PagedRoute = Route & {
  readonly response: z.ZodType<{ readonly rows: readonly unknown[]; readonly next: Cursor | null }>;
};

/** Rows of a list read page by page, with the rest of the first answer (counts are those of the whole). */
export interface Pages<R extends PagedRoute> {
  readonly read: UseQueryResult<RouteResponse<R>>;
  readonly rows: RouteResponse<R>["rows"];
  readonly more: (() => void) | undefined;
  readonly loadingMore: boolean;
}

/**
 * Reads a list a page at a time. A change on the server renews every page that is shown. `cursor` names the part of the
 * query that goes on where the page before ended.
 */
export function usePages<R extends PagedRoute>(
  route: R,
  query: Readonly<Record<string, string | number | undefined>>,
  cursor: "after" | "before" = "after",
): Pages<R> {
  type Answer = RouteResponse<R>;
  const call = api as (route: R, given: unknown) => Promise<Answer>;
  const pages = useInfiniteQuery({
    queryKey: [route.path, "pages", query],
    queryFn: ({ pageParam }) => call(route, { query: { ...query, [cursor]: pageParam } }),
    initialPageParam: undefined as Cursor | undefined,
    getNextPageParam: (last: Answer) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.rows) ?? [], [pages.data]);
  return {
    read: { ...pages, data: pages.data?.pages[0] } as UseQueryResult<Answer>,
    rows,
    more: pages.hasNextPage ? () => void pages.fetchNextPage() : undefined,
    loadingMore: pages.isFetchingNextPage,
  };
}
