import type { AlertEntry, AlertView, EntryView, IdentityDecision, Person } from "@varde/contract";
import { DEMO_LOGIN_ISSUER, DEMO_USERS } from "../../access/demo-login/demo-users.ts";
import { permissionsOf } from "../../access/index.ts";
import { rememberPerson } from "../../access/people/people.sql.ts";
import { decideIdentity, listAlerts, showAlert } from "../../casework/identification/index.ts";
import { completeMessage, openMessage, rejectMessage, searchMessages } from "../../casework/intake/index.ts";
import type { Installation } from "../../main.ts";
import { personActor } from "../../platform/audit/index.ts";
import { isRefusal } from "../../platform/rules/refusal.ts";

type Parts = Installation["parts"];

/** The invented officers by their login names. */
export type DemoStaff = ReadonlyMap<string, Person>;

/** Makes the invented officers known, as their first login would: who logs in as one of them is the one who has decided. */
export async function employStaff(db: Parts["db"], at: Date): Promise<DemoStaff> {
  const staff = new Map<string, Person>();
  for (const { subject, name, role } of DEMO_USERS) {
    const login = { issuer: DEMO_LOGIN_ISSUER, subject, name, roles: [role], language: "nb" } as const;
    staff.set(subject, await rememberPerson(db, login, at));
  }
  return staff;
}

/** The officer with a login name. */
export function getOfficer(staff: DemoStaff, subject: string): Person {
  const officer = staff.get(subject);
  if (!officer) throw new Error(`The demonstration has no ${subject}`);
  return officer;
}

/** Decides about every alert that awaits a decision, as a careful officer would who has only the evidence. */
export async function decideAwaiting(parts: Parts, officer: Person): Promise<void> {
  for (const view of await awaiting(parts, officer)) {
    const [best] = view.match?.candidates ?? [];
    if (best) await decide(parts, officer, view, judge(best));
  }
}

type Judged = { decision: IdentityDecision; hprNumber?: number; reason: string };
type Candidate = NonNullable<AlertView["match"]>["candidates"][number];

/** What is too unlikely to ask another country about. */
const HARDLY = 0.005;

/** Confirms whom the engine holds likely, rejects whom it nearly excludes, and asks about those between. */
function judge({ needsSecond, probability, person: { hprNumber } }: Candidate): Judged {
  if (!needsSecond)
    return { decision: "confirm", hprNumber, reason: "Navn og fødselsdato stemmer med registeret." };
  if (probability < HARDLY)
    return { decision: "reject", reason: "Navn og fødselsdato avviker for mye til at det er samme person." };
  return { decision: "ask", reason: "Noe stemmer, men ikke nok. Ber om fødselsdato eller norsk nummer." };
}

/** Proposes to confirm somebody the engine holds for unlikely, which counts only when a second officer does the same. */
export async function proposeAlone(parts: Parts, officer: Person): Promise<void> {
  const reason = "Arbeidsgiveren bekrefter på telefon at det er denne personen. Trenger en kollegas blikk.";
  for (const view of await awaiting(parts, officer)) {
    const unlikely = view.match?.candidates.find(({ needsSecond }) => needsSecond);
    if (!unlikely) continue;
    const { hprNumber } = unlikely.person;
    return decide(parts, officer, view, { decision: "confirm", hprNumber, reason });
  }
}

/** Completes the first message that lacks something mandatory, and puts the first empty one aside. */
export async function handleQuarantined(parts: Parts, officer: Person): Promise<void> {
  const acting = { actor: personActor(officer), permissions: permissionsOf(officer.roles) };
  const oldest = async (reason: string): Promise<number | undefined> =>
    (await searchMessages(parts, { state: "quarantined", reason, limit: 200 }, acting)).rows
      .map(({ id }) => id)
      .sort((a, b) => a - b)[0];
  const [incomplete, empty] = [await oldest("missingMandatory"), await oldest("emptyMessage")];
  if (empty !== undefined)
    await rejectMessage(
      parts,
      empty,
      { reason: "Tom melding. Avsender er bedt om å sende på nytt." },
      acting,
    );
  const message = incomplete === undefined ? undefined : await openMessage(parts, incomplete, acting);
  if (!message || isRefusal(message)) return;
  const open = message.entries.filter(({ alertId }) => alertId === null).map(completed);
  const reason = "Opplysningene som manglet, er gitt av avsender på telefon.";
  await completeMessage(parts, message.message.id, { entries: open, reason }, acting);
}

/** An entry as read, with invented values where something mandatory is missing. */
function completed({ kind, fields, missing }: EntryView): AlertEntry {
  const values = Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value]));
  return {
    ...values,
    kind,
    ...(missing.includes("name") && { surname: "Wexelsen", forename: "Thea" }),
    ...(missing.includes("birthDateOrIdentityNumber") && { birthDate: "1984-03-17" }),
  };
}

async function awaiting(parts: Parts, officer: Person): Promise<AlertView[]> {
  const list = await listAlerts(parts.db, { identity: "awaitingDecision", status: "valid", limit: 200 });
  const rows = isRefusal(list) ? [] : list.rows.toSorted((a, b) => a.id - b.id);
  const shownFor = {
    language: officer.language,
    permissions: permissionsOf(officer.roles),
    at: parts.clock.now(),
  };
  return Promise.all(rows.map(({ id }) => showAlert(parts.db, id, shownFor)));
}

/** A refusal is let be: somebody who is trying the pages meanwhile has come first. */
async function decide(parts: Parts, officer: Person, seen: AlertView, judged: Judged): Promise<void> {
  const [version] = seen.versions;
  if (!version) return;
  await decideIdentity(parts, {
    ...judged,
    hprNumber: judged.hprNumber,
    alertId: seen.alert.id,
    officer,
    permissions: permissionsOf(officer.roles),
    versionId: version.id,
    lastDecision: seen.decisions[0]?.id ?? null,
  });
}
