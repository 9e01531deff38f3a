import type { Readable } from "node:stream";
import type { FileRoute } from "@varde/contract";
import { create as contentDisposition } from "content-disposition";
import { z } from "zod";
import { plainFileName } from "../../files/plain-file-name.ts";
import { isRefusal, type Refusal } from "../../rules/refusal.ts";
import type { App, Requirement } from "../app.ts";
import { type Asked, asked, type Declaration, problemResponse, requestSchema } from "./serve.ts";

/** A file to be handed out. */
export interface ServedFile {
  /** The name the browser saves it under; path parts are dropped. */
  readonly fileName: string;
  /** The real type where it is certain, else `application/octet-stream`. */
  readonly mediaType: string;
  readonly content: Uint8Array | Readable;
  /** Bytes, where known beforehand for a stream. */
  readonly size?: number;
}

/**
 * Serves a download. Whatever it holds, the browser saves it and runs nothing of it: attachment,
 * no sniffing of the type, and a sandbox should it be opened after all.
 */
export function serveFile<const R extends FileRoute, const M extends Requirement>(
  app: App,
  contract: R,
  { may, stepUp = false }: Pick<Declaration<M>, "may" | "stepUp">,
  handle: (asked: Asked<R, M>) => ServedFile | Refusal | Promise<ServedFile | Refusal>,
): void {
  app.route({
    method: contract.method,
    url: contract.path,
    config: { may, stepUp },
    schema: {
      ...requestSchema(contract),
      response: { 200: fileResponse, default: problemResponse },
    },
    handler: async (request, reply) => {
      const file = await handle(asked<R, M>(request, reply));
      if (isRefusal(file)) return app.answerRefusal(request, reply, file);
      if (file.size !== undefined) reply.header("content-length", file.size);
      return reply
        .type(file.mediaType)
        .header(
          "content-disposition",
          contentDisposition(plainFileName(file.fileName), { type: "attachment" }),
        )
        .header("content-security-policy", "sandbox; default-src 'none'; frame-ancestors 'none'")
        .header("cache-control", "private, no-store")
        .send(
          file.content instanceof Uint8Array
            ? Buffer.from(file.content.buffer, file.content.byteOffset, file.content.byteLength)
            : file.content,
        );
    },
  });
}

const fileResponse = {
  description: "The file, to be saved",
  content: { "application/octet-stream": { schema: z.string().meta({ format: "binary" }) } },
};
