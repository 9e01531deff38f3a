import type { QuarantineReason } from "./reading.ts";

/** Says that something cannot be read, and why; thrown inside the reading and always turned into a quarantine verdict. */
export class Unreadable extends Error {
  readonly reason: QuarantineReason;
  readonly params: Record<string, string | number>;

  constructor(reason: QuarantineReason, params: Record<string, string | number> = {}) {
    super(reason);
    this.name = "Unreadable";
    this.reason = reason;
    this.params = params;
  }
}
