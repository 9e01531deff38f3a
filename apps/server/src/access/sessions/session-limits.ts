import { invalid, type Refusal } from "../../platform/rules/refusal.ts";
import { SESSION_LIMITS, type SessionLimits } from "./session.rules.ts";

interface Range {
  readonly setting: string;
  readonly least: number;
  readonly most: number;
}

/** Outside these a session would end under the officer's hands, or be no protection. */
const RANGES: Readonly<Record<keyof SessionLimits, Range>> = {
  idle: { setting: "VARDE_SESSION_IDLE_MINUTES", least: 5, most: 240 },
  longest: { setting: "VARDE_SESSION_LONGEST_MINUTES", least: 15, most: 1440 },
  stepUp: { setting: "VARDE_STEP_UP_MINUTES", least: 1, most: 60 },
};

/**
 * How long sessions last, from VARDE_SESSION_IDLE_MINUTES, VARDE_SESSION_LONGEST_MINUTES and VARDE_STEP_UP_MINUTES.
 * A refusal names the setting to mend and what it may be.
 */
export function readSessionLimits(
  env: Readonly<Record<string, string | undefined>>,
): { readonly limits: SessionLimits } | Refusal {
  const limits = { ...SESSION_LIMITS };
  for (const name of Object.keys(RANGES) as (keyof SessionLimits)[]) {
    const { setting, least, most } = RANGES[name];
    const given = env[setting];
    if (!given) continue;
    const minutes = Number(given);
    if (!Number.isInteger(minutes) || minutes < least || minutes > most) {
      return invalid("sessionLimitOutOfRange", { setting, value: given, least, most });
    }
    limits[name] = minutes;
  }
  return { limits };
}
