import type { DateLevel } from "../link-result.ts";
import type { Token } from "../names/token-level.ts";
import type { RegisterView } from "../scoring/register-view.ts";
import { CountedSurroundings } from "./name-surroundings.ts";
import type { RegisterCounts } from "./register-counts.ts";
import type { RegisterTable } from "./register-table.ts";

const MOST_REMEMBERED = 2_000;

/** The register as it is now, with what lies around recently asked names remembered until it changes. */
export class LiveRegisterView implements RegisterView {
  readonly #table: RegisterTable;
  readonly #counts: RegisterCounts;
  readonly #around = new Map<string, CountedSurroundings>();

  constructor(table: RegisterTable, counts: RegisterCounts) {
    this.#table = table;
    this.#counts = counts;
  }

  get people(): number {
    return this.#counts.people;
  }

  around(name: Token): CountedSurroundings {
    const known = this.#around.get(name.text);
    if (known) return known;
    if (this.#around.size >= MOST_REMEMBERED) this.#around.clear();
    const around = new CountedSurroundings(name, this.#table.lexicon, this.people);
    this.#around.set(name.text, around);
    return around;
  }

  dateShare(packed: number, level: DateLevel): number {
    return this.#counts.dateShare(packed, level);
  }

  valueShare(field: "sex" | "nationality" | "profession", value: string): number {
    return this.#counts.valueShare(field, value);
  }

  /** Must be called whenever a person comes or goes. */
  forget(): void {
    if (this.#around.size > 0) this.#around.clear();
  }
}
