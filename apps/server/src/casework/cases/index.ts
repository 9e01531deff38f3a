export { type ActDone, type Acting, actOnCase, type WantedAct } from "./acting/act-on-case.ts";
export { addAttachment } from "./attachments/add-attachment.ts";
export type { AttachmentParts, CasesParts } from "./cases-parts.ts";
export { findUnits } from "./effects/effects.sql.ts";
export { openCase, type WantedCase } from "./opening/open-case.ts";
export { defineOpening, takeUpAlert } from "./opening/open-case-when-identity-confirmed.ts";
export { casesRouteModule } from "./routes/index.ts";
