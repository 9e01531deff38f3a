import multipart from "@fastify/multipart";
import { intakeRoutes } from "@varde/contract";
import { refuseMasked, showNumbers } from "../../../access/index.ts";
import { personActor } from "../../../platform/audit/index.ts";
import { plainFileName } from "../../../platform/files/plain-file-name.ts";
import { type ActingPerson, type App, serve, serveFile } from "../../../platform/http/index.ts";
import { invalid, isRefusal } from "../../../platform/rules/refusal.ts";
import type { Acting } from "../commands/act-on-message.ts";
import { completeMessage } from "../commands/complete-message.ts";
import { enterAlert } from "../commands/enter-alert.ts";
import { rejectMessage } from "../commands/reject-message.ts";
import { rereadMessage } from "../commands/reread-message.ts";
import { type UploadedFile, uploadMessages } from "../commands/upload-messages.ts";
import { noSuchMessage } from "../intake.rules.ts";
import type { IntakeParts } from "../intake-parts.ts";
import { openMessage } from "../queries/get-message.ts";
import { openOriginal, openPart } from "../queries/get-original.ts";
import { searchMessages } from "../queries/list-messages.ts";
import { findMessage } from "../queries/message-view.sql.ts";

const MEGABYTE = 1024 * 1024;
const UPLOAD = { fileSize: 30 * MEGABYTE, files: 50, total: 100 * MEGABYTE };

/** Serves the ledger: lists, opened messages, downloads, and what officers do. */
export function serveMessages(app: App, parts: IntakeParts): void {
  serve(app, intakeRoutes.listMessages, { may: "readIntake" }, (asked) =>
    searchMessages(parts, asked.query, actingOf(asked)),
  );
  serve(app, intakeRoutes.getMessage, { may: "readIntake" }, (asked) =>
    openMessage(parts, asked.params.id, actingOf(asked)),
  );
  serveOriginals(app, parts);
  serve(app, intakeRoutes.completeMessage, { may: "handleIntake" }, async (asked) => {
    const acting = actingOf(asked);
    const refusal = await completeMessage(parts, asked.params.id, asked.body, acting);
    return isRefusal(refusal) ? refusal : openMessage(parts, asked.params.id, acting);
  });
  serve(app, intakeRoutes.rejectMessage, { may: "handleIntake" }, async (asked) => {
    const acting = actingOf(asked);
    const refusal = await rejectMessage(parts, asked.params.id, asked.body, acting);
    return isRefusal(refusal) ? refusal : openMessage(parts, asked.params.id, acting);
  });
  serve(app, intakeRoutes.rereadMessage, { may: "handleIntake" }, async (asked) => {
    const acting = actingOf(asked);
    const refusal = await rereadMessage(parts, asked.params.id, acting);
    return isRefusal(refusal) ? refusal : openMessage(parts, asked.params.id, acting);
  });
  const opening = { may: "openIdentityNumbers", stepUp: true } as const;
  serve(app, intakeRoutes.openMessageNumbers, opening, async ({ params: { id }, body, person }) =>
    (await findMessage(parts.db, id))
      ? showNumbers(parts, person, { type: "message", id }, body.purpose)
      : noSuchMessage(id),
  );
  serve(app, intakeRoutes.enterAlert, { may: "handleIntake" }, (asked) =>
    enterAlert(parts, asked.body, actingOf(asked)),
  );
}

/** Serves what came as it came, to whoever has opened the identity numbers of the message. */
function serveOriginals(app: App, parts: IntakeParts): void {
  const { db, clock } = parts;
  const refuse = ({ params: { id }, person }: { params: { id: number }; person: ActingPerson }) =>
    refuseMasked(db, person.id, { type: "message", id }, clock.now());
  const opening = { may: "openIdentityNumbers" } as const;
  serveFile(
    app,
    intakeRoutes.downloadOriginal,
    opening,
    async (asked) => (await refuse(asked)) ?? openOriginal(parts, asked.params.id, actingOf(asked)),
  );
  serveFile(
    app,
    intakeRoutes.downloadPart,
    opening,
    async (asked) => (await refuse(asked)) ?? openPart(parts, asked.params, actingOf(asked)),
  );
}

/** Serves uploads, in a scope of their own since only they take forms with files. */
export async function serveUpload(app: App, parts: IntakeParts): Promise<void> {
  await app.register(async (scope) => {
    await scope.register(multipart, {
      limits: { fileSize: UPLOAD.fileSize, files: UPLOAD.files, fields: 0 },
    });
    const declaration = { may: "handleIntake", bodyLimit: UPLOAD.total } as const;
    serve(scope as unknown as App, intakeRoutes.uploadMessages, declaration, async (asked) => {
      if (!asked.request.isMultipart()) return invalid("filesExpected");
      const files: UploadedFile[] = [];
      for await (const file of asked.request.files())
        files.push({ fileName: plainFileName(file.filename), bytes: await file.toBuffer() });
      if (files.length === 0) return invalid("filesExpected");
      return { messages: await uploadMessages(parts, files, actingOf(asked)) };
    });
  });
}

/** The person behind a request, as commands take it. */
export function actingOf({
  person,
  permissions,
}: {
  person: ActingPerson;
  permissions: ReadonlySet<string>;
}): Acting {
  return { actor: personActor(person), permissions };
}
