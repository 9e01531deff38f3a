import { type Problem, ProblemError } from "@varde/contract";
import { csrfHeaders } from "./client.ts";

/** Sends files to an address of the server. Throws `ProblemError` where they are refused. */
export async function uploadFiles(path: string, files: readonly File[]): Promise<unknown> {
  const form = new FormData();
  for (const file of files) form.append("files", file, file.name);
  const response = await fetch(path, {
    method: "POST",
    body: form,
    headers: csrfHeaders(),
    credentials: "include",
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return answer;
  throw new ProblemError(
    (answer as Problem | undefined) ?? {
      type: "about:blank",
      title: response.statusText,
      status: response.status,
      code: `http${response.status}`,
    },
  );
}
