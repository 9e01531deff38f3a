import { MESSAGE_STATES, type MessageState } from "@varde/contract/intake";

/** What the queue shows, as it stands in the address: can be kept as a bookmark and sent to others. */
export interface QueueSearch {
  readonly state?: MessageState;
  readonly reason?: string;
  readonly search?: string;
}

/** Reads the address; what is not understood is left out. */
export function readQueueSearch(given: Record<string, unknown>): QueueSearch {
  const state = MESSAGE_STATES.find((one) => one === given.state);
  return {
    ...(state && { state }),
    ...(typeof given.reason === "string" && given.reason !== "" && { reason: given.reason }),
    ...(typeof given.search === "string" && given.search !== "" && { search: given.search }),
  };
}
