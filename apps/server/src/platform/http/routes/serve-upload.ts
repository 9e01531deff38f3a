import multipart from "@fastify/multipart";
import type { Route } from "@varde/contract";
import type { FastifyRequest } from "fastify";
import type { z } from "zod";
import { plainFileName } from "../../files/plain-file-name.ts";
import { isRefusal, type Refusal } from "../../rules/refusal.ts";
import type { App, Requirement } from "../app.ts";
import { type Asked, asked, type Declaration, requestSchema, responseSchema } from "./serve.ts";

/** A file somebody sent. Name and type are what the sender says, and prove nothing. */
export interface UploadedFile {
  /** Without folders. */
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

/** How much may be sent at once. */
export interface UploadLimits {
  /** Bytes of one file. */
  readonly largestFile: number;
  readonly mostFiles: number;
}

/**
 * Serves a route that takes files as `multipart/form-data`. They are given one after another, each read whole
 * when its turn comes, so only one is in memory at a time. The answer is cut to the contract's shape.
 */
export function serveUpload<const R extends Route & { body?: undefined }, const M extends Requirement>(
  app: App,
  contract: R,
  { may, stepUp = false, largestFile, mostFiles }: Pick<Declaration<M>, "may" | "stepUp"> & UploadLimits,
  handle: (
    asked: Asked<R, M> & { readonly files: AsyncIterable<UploadedFile> },
  ) => Promise<z.output<R["response"]> | Refusal>,
): void {
  void app.register(async (inner) => {
    await inner.register(multipart, {
      limits: {
        fileSize: largestFile,
        files: mostFiles,
        fields: 20,
        fieldSize: 10_000,
        parts: mostFiles + 20,
      },
    });
    inner.route({
      method: contract.method,
      url: contract.path,
      config: { may, stepUp },
      schema: {
        ...requestSchema(contract),
        consumes: ["multipart/form-data"],
        response: responseSchema(contract),
      },
      handler: async (request, reply) => {
        const parts = request.files();
        try {
          const outcome = await handle({ ...asked<R, M>(request, reply), files: filesIn(parts) });
          return isRefusal(outcome) ? app.answerRefusal(request, reply, outcome) : outcome;
        } finally {
          await readToEnd(request, parts);
        }
      },
    });
  });
}

type Parts = ReturnType<FastifyRequest["files"]>;

/** The files of a form, each read whole. Stopping early leaves the rest to `readToEnd`. */
function filesIn(parts: Parts): AsyncIterable<UploadedFile> {
  const next = async (): Promise<IteratorResult<UploadedFile>> => {
    const { done, value: part } = await parts.next();
    if (done) return { done, value: undefined };
    return {
      value: {
        fileName: plainFileName(part.filename),
        mediaType: part.mimetype,
        content: await part.toBuffer(),
      },
    };
  };
  return { [Symbol.asyncIterator]: () => ({ next }) };
}

/** Passes over what was not read: a body left unread holds the connection and the one who sends. */
async function readToEnd(request: FastifyRequest, parts: Parts): Promise<void> {
  try {
    for (let part = await parts.next(); !part.done; part = await parts.next()) part.value.file.resume();
  } catch (error) {
    request.log.debug({ err: error }, "the rest of a form could not be read");
  }
  request.raw.resume();
}
