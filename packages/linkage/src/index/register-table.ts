import { packBirthDate, parseBirthDate } from "../dates/birth-date.ts";
import { bareNationalId, bareNumber } from "../numbers/national-number.ts";
import type { NationalId, PersonRecord } from "../person-record.ts";
import {
  type NameRole,
  type PreparedPerson,
  type Profile,
  plainNameParts,
  profileOf,
} from "../scoring/prepare.ts";
import { GrowableColumn } from "./growable-column.ts";
import { hashText } from "./hash.ts";
import { Lexicon, type SavedLexicon } from "./lexicon.ts";
import { TextStore } from "./text-store.ts";

/** In place of a birth date: the row has been removed. */
const REMOVED = -1;

const ROLES: readonly NameRole[] = ["forename", "middleName", "surname", "earlierName"];
const BETWEEN_TEXTS = "\u0000";

/**
 * The people of a register, one row each, in columns of shared memory. A removed row stays where it is and is
 * passed over.
 */
export class RegisterTable {
  readonly lexicon: Lexicon;
  /** Packed birth date of each row, 0 when unknown, negative when the row is removed. */
  readonly birthDates: GrowableColumn;
  /** Where each row's name parts begin; they end where the next row's begin. */
  readonly partStarts: GrowableColumn;
  /** The token of each name part. */
  readonly partTokens: GrowableColumn;
  /** The profile of each row. */
  readonly profileOfRow: GrowableColumn;
  readonly profiles: Profile[] = [];
  /** Written form and role of each name part, as `form * 4 + role`. */
  readonly #partForms: GrowableColumn;
  /** Where each row's id and numbers begin. */
  readonly #textStarts: GrowableColumn;
  readonly #texts: TextStore;
  /** Where each row's hashed numbers begin. */
  readonly numberStarts: GrowableColumn;
  /** Hashes of the identity and registration numbers. */
  readonly numberHashes: GrowableColumn;
  readonly #profileIds = new Map<string, number>();

  constructor(saved?: SavedTable) {
    this.lexicon = new Lexicon(saved?.lexicon);
    this.birthDates = new GrowableColumn(saved?.birthDates);
    this.partStarts = new GrowableColumn(saved?.partStarts);
    this.partTokens = new GrowableColumn(saved?.partTokens);
    this.profileOfRow = new GrowableColumn(saved?.profileOfRow);
    this.#partForms = new GrowableColumn(saved?.partForms);
    this.#textStarts = new GrowableColumn(saved?.textStarts);
    this.#texts = new TextStore(saved?.texts);
    this.numberStarts = new GrowableColumn(saved?.numberStarts);
    this.numberHashes = new GrowableColumn(saved?.numberHashes);
    for (const profile of saved?.profiles ?? []) this.#internProfile(profile);
  }

  get rows(): number {
    return this.birthDates.length;
  }

  /** Appends a person and returns their row. */
  append(person: PersonRecord): number {
    this.partStarts.push(this.partTokens.length);
    for (const { text, written, role } of plainNameParts(person)) {
      const form = this.lexicon.internWritten(written, text);
      this.#partForms.push(form * ROLES.length + ROLES.indexOf(role));
      this.partTokens.push(this.lexicon.tokenOfWritten.values[form] as number);
    }
    this.profileOfRow.push(this.#internProfile(profileOf(person)));
    const numbers = numberKeys(person);
    this.numberStarts.push(this.numberHashes.length);
    for (const number of numbers) this.numberHashes.push(hashText(number));
    this.#textStarts.push(this.#texts.append([bareId(person.id), ...numbers].join(BETWEEN_TEXTS)));
    this.birthDates.push(packBirthDate(parseBirthDate(person.birthDate)));
    return this.rows - 1;
  }

  isRemoved(row: number): boolean {
    return this.birthDates.values[row] === REMOVED;
  }

  remove(row: number): void {
    this.birthDates.values[row] = REMOVED;
  }

  /** Where a row's name parts end. */
  partsEnd(row: number): number {
    return row + 1 < this.partStarts.length
      ? (this.partStarts.values[row + 1] as number)
      : this.partTokens.length;
  }

  /** Where a row's hashed numbers end. */
  numbersEnd(row: number): number {
    return row + 1 < this.numberStarts.length
      ? (this.numberStarts.values[row + 1] as number)
      : this.numberHashes.length;
  }

  /** The different tokens of a row. */
  tokensOf(row: number): Set<number> {
    return new Set(this.partTokens.values.subarray(this.partStarts.values[row], this.partsEnd(row)));
  }

  idOf(row: number): string {
    return this.#textsOf(row)[0] as string;
  }

  /** Identity and registration numbers of a row, as in {@link numberKeys}. */
  numbersOf(row: number): string[] {
    return this.#textsOf(row).slice(1);
  }

  /** The person of a row, ready for comparison. */
  person(row: number): PreparedPerson {
    const [id = "", ...numbers] = this.#textsOf(row);
    const names = [];
    for (let part = this.partStarts.values[row] as number; part < this.partsEnd(row); part++) {
      const form = this.#partForms.values[part] as number;
      names.push({
        token: this.lexicon.keyed(this.partTokens.values[part] as number),
        written: this.lexicon.written[Math.floor(form / ROLES.length)] as string,
        role: ROLES[form % ROLES.length] as NameRole,
      });
    }
    return {
      id,
      names,
      birthDate: Math.max(0, this.birthDates.values[row] as number),
      ...(this.profiles[this.profileOfRow.values[row] as number] as Profile),
      nationalIds: numbers.filter((key) => key.includes(":")).map(nationalIdOf),
      registrationNumbers: numbers.filter((key) => !key.includes(":")),
    };
  }

  save(): SavedTable {
    return {
      lexicon: this.lexicon.save(),
      profiles: this.profiles,
      birthDates: this.birthDates.used(),
      partStarts: this.partStarts.used(),
      partTokens: this.partTokens.used(),
      profileOfRow: this.profileOfRow.used(),
      partForms: this.#partForms.used(),
      textStarts: this.#textStarts.used(),
      texts: this.#texts.used(),
      numberStarts: this.numberStarts.used(),
      numberHashes: this.numberHashes.used(),
    };
  }

  #textsOf(row: number): string[] {
    const end = row + 1 < this.rows ? (this.#textStarts.values[row + 1] as number) : this.#texts.length;
    return this.#texts.read(this.#textStarts.values[row] as number, end).split(BETWEEN_TEXTS);
  }

  #internProfile(profile: Profile): number {
    const key = `${profile.sex}/${profile.nationality}/${profile.professions.join()}`;
    const known = this.#profileIds.get(key);
    if (known !== undefined) return known;
    const id = this.profiles.push(profile) - 1;
    this.#profileIds.set(key, id);
    return id;
  }
}

/**
 * The keys of a record's numbers: `NO:01815012345` for an identity number, the bare number for a registration.
 */
export function numberKeys(person: Pick<PersonRecord, "nationalIds" | "registrationNumbers">): string[] {
  const keys: string[] = [];
  for (const { country, number } of (person.nationalIds ?? []).map(bareNationalId)) {
    if (number !== "") keys.push(`${country}:${number}`);
  }
  for (const number of (person.registrationNumbers ?? []).map(bareNumber))
    if (number !== "") keys.push(number);
  return keys;
}

function nationalIdOf(key: string): NationalId {
  const at = key.indexOf(":");
  return { country: key.slice(0, at), number: key.slice(at + 1) };
}

const bareId = (id: string): string => (id.includes(BETWEEN_TEXTS) ? id.replaceAll(BETWEEN_TEXTS, "") : id);

/** A register table as it is written to a file or handed to a worker. */
export interface SavedTable {
  lexicon: SavedLexicon;
  profiles: Profile[];
  birthDates: Int32Array<SharedArrayBuffer>;
  partStarts: Int32Array<SharedArrayBuffer>;
  partTokens: Int32Array<SharedArrayBuffer>;
  profileOfRow: Int32Array<SharedArrayBuffer>;
  partForms: Int32Array<SharedArrayBuffer>;
  textStarts: Int32Array<SharedArrayBuffer>;
  texts: Uint8Array<SharedArrayBuffer>;
  numberStarts: Int32Array<SharedArrayBuffer>;
  numberHashes: Int32Array<SharedArrayBuffer>;
}
