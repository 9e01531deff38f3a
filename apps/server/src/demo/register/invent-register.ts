import { type Chance, chanceFrom, type InventedPerson, inventPeople } from "@varde/linkage/invented";
import { between } from "../draws.ts";
import { dayAfter } from "../facts.ts";
import type { Approval, Coded, Period, RegisterLine } from "./register-line.ts";

export interface RegisterOptions {
  seed: number | string;
  /** How many people; a few of them stand on two lines. */
  count: number;
  /** ISO calendar date the export tells of. */
  asOf?: string;
}

/** The people of an invented register, the same ones its lines are about. */
export const inventRegisterPeople = ({ seed, count }: RegisterOptions): Generator<InventedPerson> =>
  inventPeople({ seed: `register ${seed}`, count });

/** Lines of an invented export of the register of health personnel; the same seed gives the same lines. */
export function* inventRegister(options: RegisterOptions): Generator<RegisterLine> {
  const asOf = options.asOf ?? "2026-10-01";
  for (const person of inventRegisterPeople(options)) {
    const chance = chanceFrom(`line ${options.seed} ${person.id}`);
    const line = lineOf(person, asOf, chance);
    if (chance.happens(0.003)) yield replacedLine(line);
    yield line;
  }
}

function lineOf(person: InventedPerson, asOf: string, chance: Chance): RegisterLine {
  const [fornavn = "", ...middle] = person.forenames;
  const nin = person.nationalIds.find(({ country }) => country === "NO")?.number ?? null;
  const basis = basisCountry(person, chance);
  const dødsdato = chance.happens(0.012) ? dayAfter(asOf, -between(chance, 30, 2000)) : null;
  return {
    hprNummer: Number(person.id),
    erstattetAvHprNummer: null,
    person: {
      fornavn,
      mellomnavn: middle.length > 0 ? middle.join(" ") : null,
      etternavn: person.surnames.join(" "),
      fødselsdato: person.birthDate,
      dødsdato,
      nin,
      manglerNin: nin === null,
    },
    godkjenninger: person.professions.map((code) => approval(code, person, basis, dødsdato ?? asOf, chance)),
    administrativeReaksjoner: [],
    sistOppdatert: `${asOf}T03:00:00`,
    gjelderForDato: asOf,
  };
}

/** A number given by mistake to somebody who had one: it points to the right one and holds no approvals. */
const replacedLine = (line: RegisterLine): RegisterLine => ({
  ...line,
  hprNummer: line.hprNummer + 1,
  erstattetAvHprNummer: line.hprNummer,
  godkjenninger: [],
});

const STUDIED_ABROAD = ["DK", "PL", "HU", "GB", "CZ", "SE"];

function basisCountry(person: InventedPerson, chance: Chance): string | null {
  if (person.nationality === "NO") return chance.happens(0.05) ? chance.pick(STUDIED_ABROAD) : null;
  return chance.happens(0.9) ? person.nationality : null;
}

const AUTHORISATION: Coded = { verdi: "1", navn: "Autorisasjon", kodeverk: { id: 7704 } };
const LICENCE: Coded = { verdi: "3", navn: "Lisens", kodeverk: { id: 7704 } };
const PRESCRIBERS = new Set(["LE", "TL"]);
const ENDED: readonly Coded[] = [
  { verdi: "1", navn: "Tilbakekalt" },
  { verdi: "2", navn: "Suspendert" },
  { verdi: "3", navn: "Frivillig avkall" },
];
const SPECIALTIES: Readonly<Record<string, readonly string[]>> = {
  LE: [
    "Allmennmedisin",
    "Anestesiologi",
    "Barnesykdommer",
    "Generell kirurgi",
    "Indremedisin",
    "Psykiatri",
    "Radiologi",
  ],
  TL: ["Kjeveortopedi", "Oral kirurgi og oral medisin"],
  PS: ["Klinisk voksenpsykologi", "Klinisk barne- og ungdomspsykologi"],
};

function approval(
  code: string,
  person: InventedPerson,
  basis: string | null,
  until: string,
  chance: Chance,
): Approval {
  const earliest = dayAfter(person.birthDate, 23 * 365);
  const span = Math.max(1, (Date.parse(until) - Date.parse(earliest)) / 86_400_000);
  const fra = dayAfter(earliest, Math.min(span - 1, chance.below(Math.ceil(span * 0.7))));
  const isLicence = basis !== null && chance.happens(0.06);
  const hasEnded = chance.happens(0.025);
  const periode: Period = {
    fra,
    til: isLicence || hasEnded ? dayAfter(fra, between(chance, 180, 1100)) : null,
  };
  const avsluttetStatus = hasEnded ? chance.pick(ENDED) : null;
  return {
    helsepersonellkategori: { verdi: code, navn: null, kodeverk: { id: 9060 } },
    autorisasjon: isLicence ? LICENCE : AUTHORISATION,
    periode,
    konvertertFraLand: basis,
    rekvisisjonsretter: PRESCRIBERS.has(code)
      ? [
          {
            type: { verdi: "1", navn: "Full rekvisisjonsrett" },
            periode,
            avsluttetStatus,
            administrativeReaksjoner: [],
          },
        ]
      : [],
    spesialistgodkjenninger: specialties(code, fra, chance),
    tilleggskompetanser: [],
    vilkår: chance.happens(0.015)
      ? [{ type: { verdi: "1", navn: "Vilkår" }, periode, fritekst: "Skal arbeide under veiledning" }]
      : [],
    avsluttetStatus,
    administrativeReaksjoner: [],
  };
}

function specialties(code: string, from: string, chance: Chance): Approval["spesialistgodkjenninger"] {
  const names = SPECIALTIES[code];
  if (!names || !chance.happens(0.3)) return [];
  const at = chance.below(names.length);
  const type: Coded = { verdi: String(at + 1), navn: names[at] ?? null };
  return [{ type, periode: { fra: dayAfter(from, 5 * 365), til: null }, avsluttetStatus: null }];
}
