import { demoRegister } from "../../apps/server/src/demo/index.ts";

/** Somebody in the register of the demonstration, as an alert would describe them. */
export interface RegisteredPerson {
  readonly hprNumber: number;
  readonly forename: string;
  readonly surname: string;
  /** ISO calendar date. */
  readonly birthDate: string;
  readonly nationalId: string;
}

/** People of the demonstration's register who are alive, have a synthetic national number and a surname nobody else has. */
export function findPeople(count: number): readonly RegisteredPerson[] {
  const lines = [...demoRegister("2026-01-01")];
  const bearers = Map.groupBy(lines, ({ person }) => person.etternavn);
  return lines
    .filter(
      ({ person, erstattetAvHprNummer }) =>
        person.nin &&
        !person.dødsdato &&
        !erstattetAvHprNummer &&
        bearers.get(person.etternavn)?.length === 1,
    )
    .slice(0, count)
    .map(({ hprNummer, person }) => ({
      hprNumber: hprNummer,
      forename: person.fornavn,
      surname: person.etternavn,
      birthDate: person.fødselsdato,
      nationalId: person.nin ?? "",
    }));
}

/** What an invented alert says; what is left out is left out of the message. */
export interface InventedAlert {
  readonly number: string;
  readonly forename: string;
  readonly surname: string;
  readonly birthDate?: string;
  readonly nationalId?: string;
}

/** The subject of the message with an alert. */
export const subjectOf = ({ number }: Pick<InventedAlert, "number">): string => `IMI New alert: ${number}`;

/** A message with one alert in its text, as a file to upload. */
export function mailOf(alert: InventedAlert): { name: string; mimeType: string; buffer: Buffer } {
  const { number, forename, surname, birthDate, nationalId } = alert;
  const fields = {
    "Alert number": number,
    "Alert type": "Restriction or prohibition of practice",
    "Sending country": "Sweden",
    "Competent authority": "Inspektionen för vård och omsorg",
    Surname: surname,
    "Forename(s)": forename,
    "Date of birth": birthDate,
    "Norwegian identity number": nationalId,
    Profession: "Nurse responsible for general care",
    "Nature of the measure": "Withdrawal of the right to practise",
    "Date of decision": "2026-01-12",
    "Effective from": "2026-01-12",
  };
  const lines = Object.entries(fields).flatMap(([label, value]) => (value ? [`${label}: ${value}`] : []));
  const text = [
    "From: IMI <noreply@imi.example>",
    "To: utland@tilsyn.example",
    `Subject: ${subjectOf(alert)}`,
    "Date: Mon, 12 Jan 2026 09:00:00 +0000",
    `Message-ID: <${number}@imi.example>`,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "",
    ...lines,
    "",
  ].join("\r\n");
  return { name: `${number}.eml`, mimeType: "message/rfc822", buffer: Buffer.from(text) };
}
