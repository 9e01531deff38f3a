import { useSuspenseQuery } from "@tanstack/react-query";
import { accessRoutes, type Me, type Permission } from "@varde/contract/access";
import { api, keepCsrfToken } from "../platform/api/client.ts";
import { readOptions } from "../platform/api/read.ts";

const STALE_AFTER_MS = 5 * 60_000;

/** Who is logged in; asked for before any page is shown. */
export const meOptions = {
  ...readOptions(accessRoutes.getMe),
  queryFn: async (): Promise<Me> => {
    const me = await api(accessRoutes.getMe);
    keepCsrfToken(me);
    return me;
  },
  staleTime: STALE_AFTER_MS,
};

/** Who is logged in, and what that person may do. Only inside the shell, where it is known. */
export const useMe = (): Me => useSuspenseQuery(meOptions).data;

/** Whether the person logged in has a permission. */
export function useMay(permission: Permission): boolean {
  return useMe().permissions.includes(permission);
}
