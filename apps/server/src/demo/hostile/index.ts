import { HOSTILE_ARCHIVES } from "./archives.ts";
import { HOSTILE_DOCUMENTS } from "./documents.ts";
import type { HostileMessage } from "./hostile-message.ts";
import { HOSTILE_TRANSPORTS } from "./transport.ts";

export type { HostileMessage } from "./hostile-message.ts";

/** Every message made to break a reader, with what must become of it. */
export const HOSTILE_MESSAGES: readonly HostileMessage[] = [
  ...HOSTILE_TRANSPORTS,
  ...HOSTILE_ARCHIVES,
  ...HOSTILE_DOCUMENTS,
];

/** One hostile message by its name. */
export function getHostileMessage(name: string): HostileMessage {
  const found = HOSTILE_MESSAGES.find((message) => message.name === name);
  if (!found) throw new RangeError(`no hostile message is called ${name}`);
  return found;
}
