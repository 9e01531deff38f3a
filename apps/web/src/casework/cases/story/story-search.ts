import { STORY_KINDS, type StoryKind } from "./story-entries.ts";

/** What of a case's story the address asks for: the case as it stood on a day, and one kind of entries. */
export interface StorySearch {
  readonly asOf?: string | undefined;
  readonly show?: StoryKind | undefined;
}

/** Reads the address; what is not understood is left out. */
export function readStorySearch({ asOf, show }: Record<string, unknown>): StorySearch {
  const kind = STORY_KINDS.find((one) => one === show);
  return {
    ...(typeof asOf === "string" && /^\d{4}-\d{2}-\d{2}$/.test(asOf) && { asOf }),
    ...(kind && { show: kind }),
  };
}
