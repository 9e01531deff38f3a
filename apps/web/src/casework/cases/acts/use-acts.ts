import type { CaseActName, CaseView } from "@varde/contract/cases";
import { createContext, use } from "react";

/** Values of an act the page knows without asking. */
export type Preset = Readonly<Record<string, unknown>>;

/** An act under way: what is known of it, the newest act then seen, and the name under which it is done once. */
export interface StartedAct {
  readonly act: CaseActName;
  readonly preset: Preset;
  readonly seen: number;
  readonly requestId: string;
  readonly error?: unknown;
}

interface Acts {
  readonly view: CaseView;
  readonly may: (act: CaseActName) => boolean;
  readonly start: (act: CaseActName, preset?: Preset) => void;
}

export const ActsContext = createContext<Acts | null>(null);

/** The case shown, and the way to do acts in it. */
export function useActs(): Acts {
  const acts = use(ActsContext);
  if (!acts) throw new Error("ActsProvider is missing");
  return acts;
}
