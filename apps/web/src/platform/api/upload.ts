import { type Problem, ProblemError, type Route, type RouteResponse } from "@varde/contract";
import { csrfHeaders } from "./client.ts";

/** Sends files to a route that takes a form with files. Throws `ProblemError` where they are refused. */
export async function uploadFiles<R extends Route>(
  route: R,
  files: readonly File[],
): Promise<RouteResponse<R>> {
  const form = new FormData();
  for (const file of files) form.append("files", file, file.name);
  const response = await fetch(route.path, {
    method: route.method,
    body: form,
    headers: csrfHeaders(),
    credentials: "include",
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return answer as RouteResponse<R>;
  throw new ProblemError(
    (answer as Problem | undefined) ?? {
      type: "about:blank",
      title: response.statusText,
      status: response.status,
      code: `http${response.status}`,
    },
  );
}
