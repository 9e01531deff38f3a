import { invalid, type Refusal, refused } from "../../../../platform/rules/refusal.ts";
import { type ActTable, doneNow } from "../acts/act.ts";
import { APPROVER, EITHER_LINE_OR_ROBOT, SECOND_LINE } from "../acts/who.ts";
import type { CaseFacts } from "../case-facts.ts";
import { addMonths } from "../clocks/calendar.ts";
import { say } from "../sentence.ts";
import { isPending } from "../side/appeal.ts";
import type { SuspensionProposal } from "../side/interim-suspension.ts";
import { refuseEarlier, refuseFuture, refusePast } from "./checks.ts";
import { withRound } from "./rounds.ts";

const SUSPENSION = "helsepersonelloven § 58";
/** A suspension counts half a year, and can be extended once by as much. */
const LONGEST_MONTHS = 6;
const FROM_TRIAGE = ["triage", "documentation", "handover", "assessment", "preNotice", "decision"] as const;
const WHILE_OPEN = [...FROM_TRIAGE, "effectuation"] as const;

/** Suspension while the case is handled: expedited, approved by another person, and never without an end. */
export const SUSPENSION_ACTS: ActTable<
  | "imposeInterimSuspension"
  | "approveInterimSuspension"
  | "returnInterimSuspension"
  | "recordSuspensionSent"
  | "recordSuspensionReceived"
  | "extendInterimSuspension"
  | "liftInterimSuspension"
> = {
  imposeInterimSuspension: {
    name: say(
      "Foreslå midlertidig suspensjon",
      "Foreslå mellombels suspensjon",
      "Propose an interim suspension",
    ),
    does: "Er det grunn til å tro at vilkårene for tilbakekall er oppfylt, og er helsepersonellet til fare, foreslår andrelinjen full eller begrenset suspensjon inntil saken er avgjort. Saken skal da påskyndes. Suspensjonen kan vare i inntil seks måneder.",
    law: [SUSPENSION],
    from: FROM_TRIAGE,
    side: { matter: "interimSuspension", status: ["none", "ended"] },
    to: [],
    by: SECOND_LINE,
    requires: ["identityConfirmedByPerson", "hprLookedUpRecently", "authorisedInNorway"],
    event: "suspensionProposed",
    refuse: (_facts, { until }, circumstances) =>
      refusePast(until, "until", circumstances) ?? refuseTooLong(until, circumstances.today),
    change: (_facts, { scope, until, contentHash, reason }, circumstances) => ({
      interimSuspension: {
        status: "proposed",
        scope,
        until,
        contentHash,
        reason,
        proposed: doneNow(circumstances),
      },
    }),
  },
  approveInterimSuspension: {
    name: say("Godkjenn suspensjonen", "Godkjenn suspensjonen", "Approve the suspension"),
    does: "En annen enn den som foreslo suspensjonen eller forlengelsen, godkjenner den. Den gjelder fra samme dag og til dagen som er satt, og HPR, IMI og de nordiske landene skal ha beskjed.",
    law: [SUSPENSION, "forvaltningsloven § 17"],
    from: WHILE_OPEN,
    side: { matter: "interimSuspension", status: ["proposed", "extensionProposed"] },
    to: [],
    by: APPROVER,
    requires: ["suspensionApproverIsNotAuthor", "hprLookedUpRecently"],
    event: "suspensionApproved",
    refuse: (facts, { contentHash }, { today }) => {
      const proposal = pendingProposal(facts);
      if (!proposal) return undefined;
      if (proposal.contentHash !== contentHash) return refused("contentChanged", SUSPENSION);
      return proposal.until < today
        ? refused("suspensionAlreadyOver", SUSPENSION, { until: proposal.until })
        : undefined;
    },
    change: ({ interimSuspension: suspension, effectuation, appeals }, _input, circumstances) => {
      const approved = doneNow(circumstances);
      if (suspension.status === "proposed") {
        const { status: _proposed, ...imposed } = suspension;
        return {
          interimSuspension: {
            status: "inForce",
            scope: imposed.scope,
            imposed,
            approved,
            effectiveFrom: circumstances.today,
            until: imposed.until,
            extension: null,
            sent: null,
            receivedOn: null,
          },
          appeals: isPending(appeals.interimSuspension)
            ? appeals
            : { ...appeals, interimSuspension: { status: "none" } },
          effectuation: withRound(effectuation, "interimSuspension", circumstances.today),
        };
      }
      if (suspension.status !== "inForce" || !suspension.extension) return {};
      return {
        interimSuspension: {
          ...suspension,
          until: suspension.extension.until,
          extension: { ...suspension.extension, approved },
        },
        effectuation: withRound(effectuation, "suspensionExtended", circumstances.today),
      };
    },
  },
  returnInterimSuspension: {
    name: say(
      "Returner forslaget om suspensjon",
      "Returner forslaget om suspensjon",
      "Return the proposed suspension",
    ),
    does: "Godkjenneren sender forslaget tilbake med begrunnelse, og det faller bort.",
    law: [SUSPENSION],
    from: WHILE_OPEN,
    side: { matter: "interimSuspension", status: ["proposed", "extensionProposed"] },
    to: [],
    by: APPROVER,
    requires: [],
    event: "suspensionReturned",
    change: ({ interimSuspension: suspension }) => ({
      interimSuspension:
        suspension.status === "inForce" ? { ...suspension, extension: null } : { status: "none" },
    }),
  },
  recordSuspensionSent: {
    name: say("Registrer suspensjonen sendt", "Registrer suspensjonen sendt", "Record the suspension sent"),
    does: "Vedtaket om suspensjon er sendt, og forsendelsen er bekreftet.",
    law: ["forvaltningsloven § 27"],
    from: WHILE_OPEN,
    side: { matter: "interimSuspension", status: ["inForce", "extensionProposed"] },
    to: [],
    by: EITHER_LINE_OR_ROBOT,
    requires: [],
    event: "suspensionSent",
    refuse: (_facts, { sentOn }, circumstances) => refuseFuture(sentOn, "sentOn", circumstances),
    change: ({ interimSuspension: suspension }, { sentOn, channel, proof }, circumstances) =>
      suspension.status === "inForce"
        ? {
            interimSuspension: { ...suspension, sent: { ...doneNow(circumstances), sentOn, channel, proof } },
          }
        : {},
  },
  recordSuspensionReceived: {
    name: say(
      "Registrer suspensjonen mottatt",
      "Registrer suspensjonen motteken",
      "Record the suspension received",
    ),
    does: "Dagen helsepersonellet mottok vedtaket om suspensjon, registreres. Klagefristen på tre uker løper fra da.",
    law: ["forvaltningsloven § 29"],
    from: WHILE_OPEN,
    side: { matter: "interimSuspension", status: ["inForce", "extensionProposed", "ended"] },
    to: [],
    by: EITHER_LINE_OR_ROBOT,
    requires: [],
    event: "suspensionReceived",
    refuse: ({ interimSuspension: suspension }, { receivedOn }, circumstances) => {
      if (suspension.status !== "inForce" && suspension.status !== "ended") return undefined;
      if (suspension.receivedOn)
        return refused("receiptAlreadyRecorded", undefined, { day: suspension.receivedOn });
      if (!suspension.sent) return refused("suspensionNotSent", "forvaltningsloven § 27");
      return (
        refuseFuture(receivedOn, "receivedOn", circumstances) ??
        refuseEarlier(receivedOn, "receivedOn", { day: suspension.sent.sentOn, field: "sentOn" })
      );
    },
    change: ({ interimSuspension: suspension }, { receivedOn }) =>
      suspension.status === "inForce" || suspension.status === "ended"
        ? { interimSuspension: { ...suspension, receivedOn } }
        : {},
  },
  extendInterimSuspension: {
    name: say(
      "Foreslå å forlenge suspensjonen",
      "Foreslå å forlengje suspensjonen",
      "Propose to extend the suspension",
    ),
    does: "Suspensjonen kan forlenges én gang, med inntil seks måneder. En annen enn den som foreslår det, godkjenner.",
    law: [SUSPENSION],
    from: FROM_TRIAGE,
    side: { matter: "interimSuspension", status: ["inForce"] },
    to: [],
    by: SECOND_LINE,
    requires: ["hprLookedUpRecently"],
    event: "suspensionExtensionProposed",
    refuse: ({ interimSuspension: suspension }, { until }) => {
      if (suspension.status !== "inForce") return undefined;
      if (suspension.extension)
        return refused("suspensionExtendedAlready", SUSPENSION, { until: suspension.until });
      return (
        refuseEarlier(until, "until", { day: suspension.until, field: "formerUntil" }) ??
        refuseTooLong(until, suspension.until)
      );
    },
    change: ({ interimSuspension: suspension }, { until, contentHash, reason }, circumstances) => {
      if (suspension.status !== "inForce") return {};
      const proposal: SuspensionProposal = {
        scope: suspension.scope,
        reason,
        until,
        contentHash,
        proposed: doneNow(circumstances),
      };
      return { interimSuspension: { ...suspension, extension: { ...proposal, approved: null } } };
    },
  },
  liftInterimSuspension: {
    name: say("Opphev suspensjonen", "Opphev suspensjonen", "Lift the suspension"),
    does: "Suspensjonen oppheves når vilkårene ikke lenger er til stede, eller registreres som utløpt når tiden er ute. HPR, IMI og de nordiske landene skal ha beskjed.",
    law: [SUSPENSION],
    from: WHILE_OPEN,
    side: { matter: "interimSuspension", status: ["inForce", "extensionProposed"] },
    to: [],
    by: SECOND_LINE,
    requires: [],
    event: "suspensionLifted",
    change: ({ interimSuspension: suspension, effectuation }, _input, circumstances) => {
      if (suspension.status !== "inForce") return {};
      return {
        interimSuspension: {
          status: "ended",
          how: suspension.until < circumstances.today ? "ranOut" : "lifted",
          ended: doneNow(circumstances),
          sent: suspension.sent,
          receivedOn: suspension.receivedOn,
        },
        effectuation: withRound(effectuation, "suspensionEnded", circumstances.today),
      };
    },
  },
};

function pendingProposal({ interimSuspension: suspension }: CaseFacts): SuspensionProposal | undefined {
  if (suspension.status === "proposed") return suspension;
  return suspension.status === "inForce" && suspension.extension?.approved === null
    ? suspension.extension
    : undefined;
}

function refuseTooLong(until: string, from: string): Refusal | undefined {
  const longest = addMonths(from, LONGEST_MONTHS);
  return until > longest
    ? invalid("suspensionTooLong", { until, longest, months: LONGEST_MONTHS })
    : undefined;
}
