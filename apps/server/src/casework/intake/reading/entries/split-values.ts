import type { FieldName } from "../reading.ts";
import { partName } from "../values/names.ts";
import type { LabelTarget } from "../vocabulary/vocabulary.ts";
import { isGiven } from "./field-values.ts";
import type { ResolvedPair } from "./resolve-targets.ts";

/** A pair that names one field. */
export interface FieldPair extends ResolvedPair {
  target: FieldName;
}

const PERIOD_PARTS =
  /\s+(?:-|–|—|to|until|till|through|bis(?: zum)?|au|jusqu'au|jusqu’au|till|til|t\.?o\.?m\.?|til og med|hasta(?: el)?|al|até|tot(?: en met)?|do|iki|līdz|kuni|asti|έως|до|-től|fino al|până la)\s+|\s*[–—]\s*|(?<=\d{4})\s*-\s*(?=\d{1,2}[./])/iu;
const PERIOD_START =
  /^(?:from|fra|från|von|vom|ab|du|depuis|desde|dal|od|nuo|no|alates|van(?:af)?|от|από|de la|gäller|effective)\s+(?:el |le |dem )?/iu;

/** What the other pairs of the entry tell that a compound value depends on. */
interface Beside {
  middleName?: string;
  secondSurname?: string;
  /** Surname or forename stands by itself, so a whole name adds nothing. */
  hasName: boolean;
}

type Splitter = (pair: ResolvedPair, beside: Beside) => FieldPair[];

const nothing: Splitter = () => [];

const SPLITTERS: Record<Exclude<LabelTarget, FieldName> | "surname" | "forename", Splitter> = {
  fullName: (pair, { hasName }) => (isGiven(pair.value, pair.target) && !hasName ? nameFields(pair) : []),
  period: (pair) => (isGiven(pair.value) ? periodFields(pair) : []),
  birthDateAndPlace: (pair) => (isGiven(pair.value) ? birthFields(pair) : []),
  surname: (pair, { secondSurname }) => field(pair, "surname", joined(pair, secondSurname)),
  forename: (pair, { middleName }) => field(pair, "forename", joined(pair, middleName)),
  name: nothing,
  middleName: nothing,
  secondSurname: nothing,
  action: nothing,
  relatesTo: nothing,
  ignored: nothing,
};

/** Parts compound values (whole names, periods, "12.03.1967, Oslo") into the fields they hold, and joins split names. */
export function splitValues(pairs: readonly ResolvedPair[]): FieldPair[] {
  const valueOf = (wanted: LabelTarget) =>
    pairs.find(({ target, value }) => target === wanted && isGiven(value, target))?.value;
  const beside: Beside = {
    middleName: valueOf("middleName"),
    secondSurname: valueOf("secondSurname"),
    hasName: (valueOf("surname") ?? valueOf("forename")) !== undefined,
  };
  return pairs.flatMap((pair) => {
    const { target } = pair;
    return target in SPLITTERS
      ? SPLITTERS[target as keyof typeof SPLITTERS](pair, beside)
      : field(pair, target as FieldName, pair.value);
  });
}

function joined({ value, target }: ResolvedPair, other: string | undefined): string {
  return other && isGiven(value, target) ? `${value} ${other}` : value;
}

function field(pair: ResolvedPair, target: FieldName, value: string): FieldPair[] {
  return [{ ...pair, target, value }];
}

function nameFields(pair: ResolvedPair): FieldPair[] {
  const surnameFirst =
    /^(?:sur|family|last|nach|familien|etter|efter|suku|cognome|apellidos|nazwisko|příjmení|prezime|nume |pavardė|uzvārds|nom )/iu;
  const name = partName(pair.value);
  const words = pair.value.trim().split(/\s+/);
  const swap = surnameFirst.test(pair.label.trim()) && !pair.value.includes(",") && words.length === 2;
  const { surname, forename } = swap ? { surname: words[0] ?? "", forename: words[1] ?? "" } : name;
  return [...field(pair, "surname", surname), ...(forename ? field(pair, "forename", forename) : [])];
}

function periodFields(pair: ResolvedPair): FieldPair[] {
  const [from = "", until = ""] = pair.value.replace(PERIOD_START, "").split(PERIOD_PARTS);
  if (!/\d/.test(from)) return [];
  return [
    ...field(pair, "effectiveFrom", from),
    ...(until.trim() ? field(pair, "effectiveUntil", until) : []),
  ];
}

function birthFields(pair: ResolvedPair): FieldPair[] {
  const pieces = pair.value.split(/\s*[,;]\s*|\s+(?:in|i|à|a|en|te|v|w|în|u|във?)\s+/u);
  const date = pieces.find((piece) => /\d{4}/.test(piece));
  const place = pieces.filter((piece) => piece !== date && !/\d/.test(piece)).join(", ");
  return [
    ...(date ? field(pair, "birthDate", date) : []),
    ...(place ? field(pair, "birthPlace", place) : []),
  ];
}
