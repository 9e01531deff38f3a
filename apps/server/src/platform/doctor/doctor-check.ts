import type { DoctorCheck } from "@varde/contract";

type Params = DoctorCheck["params"];

/** One thing looked at that is as it should be. `code` is stable. */
export function fine(name: string, code: string, params: Params = {}): DoctorCheck {
  return { name, state: "ok", code, params, advice: "" };
}

/** One thing looked at that is not as it should be, with what to do about it, in English. */
export function ailing(
  name: string,
  state: "warning" | "error",
  code: string,
  advice: string,
  params: Params = {},
): DoctorCheck {
  return { name, state, code, params, advice };
}
