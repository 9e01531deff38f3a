import { packBirthDate, parseBirthDate } from "../dates/birth-date.ts";
import { bareNationalId, bareNumber } from "../numbers/national-number.ts";
import type { NationalId, PersonRecord } from "../person-record.ts";
import {
  MOST_NAME_PARTS,
  type NameRole,
  type PreparedPerson,
  type Profile,
  profileOf,
} from "../scoring/prepare.ts";
import { GrowableColumn } from "./columns/growable-column.ts";
import { hashBytes, hashText } from "./columns/hash.ts";
import type { IdsOfRows } from "./columns/id-table.ts";
import type { RowSet } from "./columns/row-set.ts";
import type { RowSpans } from "./columns/row-spans.ts";
import { TextStore } from "./columns/text-store.ts";
import { Lexicon, type SavedLexicon } from "./lexicon.ts";

/** In place of a birth date: the row has been removed. */
const REMOVED = -1;

/** The fields of a row, and how many there are: three of them say where a list begins. */
const BIRTH_DATE = 0;
const PARTS = 1;
const PROFILE = 2;
const TEXTS = 3;
const NUMBERS = 4;
const FIELDS = 5;

const ROLES: readonly NameRole[] = ["forename", "middleName", "surname", "earlierName"];
const BETWEEN_TEXTS = "\u0000";

/**
 * The people of a register, one row each, in columns of shared memory. A removed row stays where it is and is
 * passed over.
 */
export class RegisterTable implements IdsOfRows {
  readonly lexicon: Lexicon;
  /** The token of each name part. */
  partTokens: GrowableColumn;
  readonly profiles: Profile[] = [];
  /** Written form and role of each name part, as `form * 4 + role`. */
  #partForms: GrowableColumn;
  /** What is fixed in size, {@link FIELDS} numbers a row, so that one look at a row is one look at memory. */
  #fields: GrowableColumn;
  #texts: TextStore;
  /** Hashes of the identity and registration numbers. */
  numberHashes: GrowableColumn;
  readonly #profileIds = new Map<string, number>();

  constructor(saved?: SavedTable) {
    this.lexicon = new Lexicon(saved?.lexicon);
    this.#fields = new GrowableColumn(saved?.fields);
    this.partTokens = new GrowableColumn(saved?.partTokens);
    this.#partForms = new GrowableColumn(saved?.partForms);
    this.#texts = new TextStore(saved?.texts);
    this.numberHashes = new GrowableColumn(saved?.numberHashes);
    for (const profile of saved?.profiles ?? []) this.#internProfile(profile);
  }

  get rows(): number {
    return this.#fields.length / FIELDS;
  }

  /** Appends a person and returns their row. */
  append(person: PersonRecord): number {
    const row = this.rows;
    const numbers = numberKeys(person);
    this.#fields.push(packBirthDate(parseBirthDate(person.birthDate)));
    this.#fields.push(this.partTokens.length);
    this.#fields.push(this.#internProfile(profileOf(person)));
    this.#fields.push(this.#texts.append([...numbers, person.id].join(BETWEEN_TEXTS)));
    this.#fields.push(this.numberHashes.length);
    this.#appendNames(row, person.forenames, "middleName", "forename");
    this.#appendNames(row, person.surnames, "surname");
    this.#appendNames(row, person.earlierNames ?? [], "earlierName");
    for (const number of numbers) this.numberHashes.push(hashText(number));
    return row;
  }

  /** Packed birth date of a row, 0 when unknown, negative when the row is removed. */
  birthDateOf(row: number): number {
    return this.#fields.values[row * FIELDS + BIRTH_DATE] as number;
  }

  isRemoved(row: number): boolean {
    return this.birthDateOf(row) === REMOVED;
  }

  remove(row: number): void {
    this.#fields.values[row * FIELDS + BIRTH_DATE] = REMOVED;
  }

  profileOf(row: number): number {
    return this.#fields.values[row * FIELDS + PROFILE] as number;
  }

  /** Where a row's name parts begin in `partTokens`. */
  partsStart(row: number): number {
    return this.#fields.values[row * FIELDS + PARTS] as number;
  }

  /** Where a row's name parts end. */
  partsEnd(row: number): number {
    const next = (row + 1) * FIELDS;
    return next < this.#fields.length
      ? (this.#fields.values[next + PARTS] as number)
      : this.partTokens.length;
  }

  /** Reads birth dates and name parts of all rows of a set. */
  readSpans(rows: RowSet, into: RowSpans): void {
    into.clear(rows.size);
    for (let i = 0; i < rows.size; i++) {
      const row = rows.rows[i] as number;
      into.rows[i] = row;
      into.birthDates[i] = this.birthDateOf(row);
      into.starts[i] = this.partsStart(row);
      into.ends[i] = this.partsEnd(row);
    }
    const tokens = this.partTokens.values;
    for (let i = 0; i < rows.size; i++) into.firstTokens[i] = tokens[into.starts[i] as number] as number;
  }

  /** Where a row's numbers begin in `numberHashes`. */
  numbersStart(row: number): number {
    return this.#fields.values[row * FIELDS + NUMBERS] as number;
  }

  /** Where a row's numbers end. */
  numbersEnd(row: number): number {
    const next = (row + 1) * FIELDS;
    return next < this.#fields.length
      ? (this.#fields.values[next + NUMBERS] as number)
      : this.numberHashes.length;
  }

  /** Appends the parts of the last row's names in a role, its very first one perhaps in another. */
  #appendNames(row: number, names: readonly string[], role: NameRole, first: NameRole = role): void {
    const start = this.partsStart(row);
    for (const name of names) {
      for (const form of this.lexicon.formsOf(name)) {
        const count = this.partTokens.length - start;
        if (count >= MOST_NAME_PARTS) return;
        this.#partForms.push(form * ROLES.length + ROLES.indexOf(count === 0 ? first : role));
        this.partTokens.push(this.lexicon.tokenOfWritten.values[form] as number);
      }
    }
  }

  /** Counts a row in (`by` 1) or out (-1) among the bearers of each of its names, once a name. */
  countBearers(row: number, by: 1 | -1): void {
    const start = this.partsStart(row);
    const end = this.partsEnd(row);
    const tokens = this.partTokens.values;
    for (let part = start; part < end; part++) {
      const token = tokens[part] as number;
      if (tokens.indexOf(token, start) === part) this.lexicon.bearers.values[token]! += by;
    }
  }

  idOf(row: number): string {
    return this.#texts.read(this.#idStart(row), this.#textsEnd(row));
  }

  /** The hash of a row's id, as `hashUtf8` has it. */
  idHashOf(row: number): number {
    return hashBytes(this.#texts.bytes, this.#idStart(row), this.#textsEnd(row));
  }

  /** Orders two rows by their ids, byte by byte. */
  compareIds(row: number, other: number): number {
    return this.#texts.compare(
      this.#idStart(row),
      this.#textsEnd(row),
      this.#idStart(other),
      this.#textsEnd(other),
    );
  }

  /** Identity and registration numbers of a row, as in {@link numberKeys}. */
  numbersOf(row: number): string[] {
    const count = this.numbersEnd(row) - this.numbersStart(row);
    if (count === 0) return [];
    return this.#texts.read(this.#textsStart(row), this.#idStart(row) - 1).split(BETWEEN_TEXTS);
  }

  /** The person of a row, ready for comparison; without their numbers unless these are asked for. */
  person(row: number, withNumbers: boolean): PreparedPerson {
    const numbers = withNumbers ? this.numbersOf(row) : [];
    const names = [];
    for (let part = this.partsStart(row); part < this.partsEnd(row); part++) {
      const form = this.#partForms.values[part] as number;
      names.push({
        token: this.lexicon.keyed(this.partTokens.values[part] as number),
        written: this.lexicon.written[Math.floor(form / ROLES.length)] as string,
        role: ROLES[form % ROLES.length] as NameRole,
      });
    }
    return {
      names,
      birthDate: Math.max(0, this.birthDateOf(row)),
      ...(this.profiles[this.profileOf(row)] as Profile),
      nationalIds: numbers.filter((key) => key.includes(":")).map(nationalIdOf),
      registrationNumbers: numbers.filter((key) => !key.includes(":")),
    };
  }

  /** Leaves removed rows out and so numbers the others anew. What was saved before stays as it was. */
  compact(): void {
    const fields = new GrowableColumn();
    const partTokens = new GrowableColumn();
    const partForms = new GrowableColumn();
    const texts = new TextStore();
    const numberHashes = new GrowableColumn();
    for (let row = 0; row < this.rows; row++) {
      if (this.isRemoved(row)) continue;
      const [parts, numbers] = [partTokens.length, numberHashes.length];
      const text = texts.appendBytes(this.#texts.bytes, this.#textsStart(row), this.#textsEnd(row));
      for (const field of [this.birthDateOf(row), parts, this.profileOf(row), text, numbers])
        fields.push(field);
      partTokens.append(this.partTokens.values, this.partsStart(row), this.partsEnd(row));
      partForms.append(this.#partForms.values, this.partsStart(row), this.partsEnd(row));
      numberHashes.append(this.numberHashes.values, this.numbersStart(row), this.numbersEnd(row));
    }
    this.#fields = fields;
    this.partTokens = partTokens;
    this.#partForms = partForms;
    this.#texts = texts;
    this.numberHashes = numberHashes;
  }

  save(): SavedTable {
    return {
      lexicon: this.lexicon.save(),
      profiles: this.profiles,
      fields: this.#fields.used(),
      partTokens: this.partTokens.used(),
      partForms: this.#partForms.used(),
      texts: this.#texts.used(),
      numberHashes: this.numberHashes.used(),
    };
  }

  #textsStart(row: number): number {
    return this.#fields.values[row * FIELDS + TEXTS] as number;
  }

  #textsEnd(row: number): number {
    const next = (row + 1) * FIELDS;
    return next < this.#fields.length ? (this.#fields.values[next + TEXTS] as number) : this.#texts.length;
  }

  /** A row's numbers come first, then its id, which may hold anything. */
  #idStart(row: number): number {
    const numbers = this.numbersEnd(row) - this.numbersStart(row);
    return this.#texts.afterZeros(this.#textsStart(row), numbers);
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

/** A register table as it is written to a file or handed to a worker. */
export interface SavedTable {
  lexicon: SavedLexicon;
  profiles: Profile[];
  fields: Int32Array<SharedArrayBuffer>;
  partTokens: Int32Array<SharedArrayBuffer>;
  partForms: Int32Array<SharedArrayBuffer>;
  texts: Uint8Array<SharedArrayBuffer>;
  numberHashes: Int32Array<SharedArrayBuffer>;
}
