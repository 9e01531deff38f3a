import { PERMISSIONS, type Permission, ROLES, type Role } from "@varde/contract";

/** One thing that may be done in Varde: by whom, where, and whether somebody else may do it in their place. */
export interface Sentence {
  /** Goes on from "A person with one of the roles may …". */
  readonly may: string;
  readonly roles: readonly Role[];
  /** Concerns one case at a time, and holds in the cases of the person's own units and the units below them. */
  readonly inOwnUnits?: true;
  /** Holds outside the own units too while the person has opened the case in an emergency. */
  readonly whenOpened?: true;
  /** Stays with the person: no stand-in does it in their place. */
  readonly neverByStandIn?: true;
}

const OFFICERS = ["firstLine", "secondLine", "processOwner"] as const;
const CASE_READERS = [...OFFICERS, "auditor"] as const;

/**
 * Everything that may be done, as sentences. The system owner runs the machine and sees no case content; the auditor
 * reads everything and changes nothing; managers and governance see figures only.
 */
export const SENTENCES: Readonly<Record<Permission, Sentence>> = {
  readIntake: { may: "read messages and what was read in them", roles: CASE_READERS },
  handleIntake: {
    may: "complete, reject, upload and enter messages",
    roles: ["firstLine", "processOwner"],
  },
  readAlerts: { may: "read alerts and the people they may be about", roles: CASE_READERS },
  decideIdentity: { may: "decide whom an alert is about", roles: OFFICERS },
  checkApplicants: {
    may: "ask whether an applicant is mentioned in a valid alert, as the directorate does, and nothing of what it says",
    roles: ["processOwner"],
  },
  readPortfolio: {
    may: "see the figures of the portfolio",
    roles: [...OFFICERS, "manager", "governance", "auditor"],
  },
  readBalance: {
    may: "see the balance of ledger and mailboxes",
    roles: ["firstLine", "processOwner", "manager", "auditor", "systemOwner"],
  },
  runBalance: { may: "count the balance anew", roles: ["firstLine", "processOwner", "systemOwner"] },
  readProfiles: { may: "read source profiles", roles: ["processOwner", "auditor", "systemOwner"] },
  editProfiles: { may: "write and switch on source profiles", roles: ["systemOwner"] },
  readRegisters: {
    may: "see how the mirrored registers stand",
    roles: [...OFFICERS, "auditor", "systemOwner"],
  },
  loadRegister: { may: "load a register", roles: ["systemOwner"] },
  operate: { may: "see and restart the robot's work", roles: ["systemOwner"] },

  readCases: { may: "read a case", roles: CASE_READERS, inOwnUnits: true, whenOpened: true },
  readEveryCase: { may: "read a case of whatever unit", roles: ["processOwner", "auditor"] },
  prepareCases: {
    may: "do the work of the first line on a case: open, prioritise, document, hand over, put into effect",
    roles: ["firstLine", "processOwner"],
    inOwnUnits: true,
  },
  assessCases: {
    may: "do the work of the second line on a case: accept, assess, hear, draft the decision",
    roles: ["secondLine", "processOwner"],
    inOwnUnits: true,
  },
  approveDecisions: {
    may: "approve what another person has drafted",
    roles: ["secondLine", "processOwner"],
    inOwnUnits: true,
  },
  steerCases: {
    may: "free a case that is stuck: assign it, override its priority, decide when a sender never answers",
    roles: ["processOwner"],
    inOwnUnits: true,
  },
  openCaseInEmergency: {
    may: "open a case of another unit for a few hours, with a reason that the process owner is told at once",
    roles: ["firstLine", "secondLine"],
    neverByStandIn: true,
  },
  watchOpenings: { may: "see which cases were opened in an emergency", roles: ["processOwner", "auditor"] },
  noteOpenings: { may: "note that such an opening has been looked into", roles: ["processOwner"] },
  openIdentityNumbers: {
    may: "have an identity number shown in full, for a purpose that is written down",
    roles: OFFICERS,
  },
  excludeFromCases: {
    may: "shut a person out of a case for conflict of interest, and let them in again",
    roles: ["processOwner", "manager"],
    neverByStandIn: true,
  },
  appointStandIns: {
    may: "appoint a stand-in for another person",
    roles: ["processOwner", "manager"],
    neverByStandIn: true,
  },
  administerUnits: {
    may: "name units and say who belongs to them",
    roles: ["processOwner", "systemOwner"],
    neverByStandIn: true,
  },
  administerPeople: {
    may: "see who may come in, shut people out, end their sessions, and give roles that no login provider brings",
    roles: ["systemOwner"],
    neverByStandIn: true,
  },

  readAudit: { may: "read the audit log, and verify it", roles: ["auditor"], neverByStandIn: true },
  makeAccessReports: {
    may: "gather everything stored about a person who asks for it",
    roles: ["processOwner"],
  },
  recordCorrections: { may: "take down what a person says is wrong about them", roles: OFFICERS },
  answerCorrections: {
    may: "answer what a person says is wrong: annotate, or decline with the reason",
    roles: ["processOwner"],
  },
};

/** Which role may do what: the sentences, turned round. */
export const PERMISSIONS_OF = Object.fromEntries(
  ROLES.map((role) => [role, PERMISSIONS.filter((permission) => SENTENCES[permission].roles.includes(role))]),
) as unknown as Readonly<Record<Role, readonly Permission[]>>;

/** Everything a person with these roles may do: what any one of the roles permits. */
export function permissionsOf(roles: readonly Role[]): ReadonlySet<Permission> {
  return new Set(
    PERMISSIONS.filter((permission) => SENTENCES[permission].roles.some((role) => roles.includes(role))),
  );
}
