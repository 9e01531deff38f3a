import { invalid } from "../../../../platform/rules/refusal.ts";
import { type ActTable, doneNow, moved, stateIn } from "../acts/act.ts";
import { APPROVER_OR_OWNER, SECOND_LINE } from "../acts/who.ts";
import { addDays } from "../clocks/calendar.ts";
import { say } from "../sentence.ts";
import { refuseEarlier, refuseFuture } from "./checks.ts";

const HEARING = "forvaltningsloven § 16";

/** Hearing the professional before something is decided, and going back to the assessment. */
export const HEARING_ACTS: ActTable<
  "sendPreNotice" | "recordPreNoticeReply" | "waivePreNotice" | "concludeHearing" | "reconsider"
> = {
  sendPreNotice: {
    name: say(
      "Registrer forhåndsvarsel sendt",
      "Registrer førehandsvarsel sendt",
      "Record the pre-notice sent",
    ),
    does: "Helsepersonellet varsles om hva saken gjelder og hva som er foreslått, og får tid til å uttale seg, minst tre uker der ikke annet er fastsatt. Varselet registreres som sendt først når forsendelsen er bekreftet.",
    law: [HEARING],
    from: ["preNotice"],
    phases: ["toBeSent"],
    to: [],
    by: SECOND_LINE,
    requires: ["outcomeProposed"],
    event: "preNoticeSent",
    refuse: (_facts, { sentOn, deadline }, circumstances) => {
      const earliest = addDays(sentOn, circumstances.settings.preNoticeDays);
      return (
        refuseFuture(sentOn, "sentOn", circumstances) ??
        (deadline < earliest
          ? invalid("replyTimeTooShort", { deadline, earliest, days: circumstances.settings.preNoticeDays })
          : undefined)
      );
    },
    change: (_facts, { sentOn, deadline, channel, proof }, circumstances) => ({
      state: {
        stage: "preNotice",
        phase: "sent",
        sent: { ...doneNow(circumstances), sentOn, channel, proof },
        replyBy: deadline,
      },
    }),
  },
  recordPreNoticeReply: {
    name: say("Registrer uttalelse", "Registrer fråsegn", "Record the reply"),
    does: "Helsepersonellets uttalelse registreres.",
    law: [HEARING, "forvaltningsloven § 17"],
    from: ["preNotice"],
    phases: ["sent", "replied"],
    to: [],
    by: SECOND_LINE,
    requires: [],
    event: "preNoticeReplied",
    refuse: (facts, { receivedOn }, circumstances) => {
      const state = stateIn(facts, "preNotice");
      const sentOn = state.phase === "toBeSent" ? receivedOn : state.sent.sentOn;
      return (
        refuseFuture(receivedOn, "receivedOn", circumstances) ??
        refuseEarlier(receivedOn, "receivedOn", { day: sentOn, field: "sentOn" })
      );
    },
    change: (facts, { receivedOn, attachmentId = null }, circumstances) => {
      const state = stateIn(facts, "preNotice");
      if (state.phase === "toBeSent") return {};
      const reply = { ...doneNow(circumstances), receivedOn, attachmentId };
      return {
        state: { stage: "preNotice", phase: "replied", sent: state.sent, replyBy: state.replyBy, reply },
      };
    },
  },
  waivePreNotice: {
    name: say("Unnlat å forhåndsvarsle", "Lat vere å førehandsvarsle", "Leave out the pre-notice"),
    does: "Forhåndsvarsel kan unnlates når loven tillater det: når det ikke er praktisk mulig, kan hindre at vedtaket gjennomføres, eller er åpenbart unødvendig. En godkjenner eller prosesseieren bestemmer det, med begrunnelse.",
    law: ["forvaltningsloven § 16 tredje ledd"],
    from: ["preNotice"],
    phases: ["toBeSent"],
    to: ["decision"],
    by: APPROVER_OR_OWNER,
    requires: ["outcomeProposed", "waiverIsNotProposer"],
    event: "preNoticeWaived",
    change: (_facts, { reason }, circumstances) => ({
      hearing: { sent: null, reply: null, waived: { ...doneNow(circumstances), reason } },
      ...moved({ stage: "decision", phase: "toBeDrafted" }, circumstances),
    }),
  },
  concludeHearing: {
    name: say("Avslutt forhåndsvarslingen", "Avslutt førehandsvarslinga", "Conclude the hearing"),
    does: "Når uttalelsen er kommet eller fristen er ute, går saken til vedtak.",
    law: [HEARING],
    from: ["preNotice"],
    phases: ["sent", "replied"],
    to: ["decision"],
    by: SECOND_LINE,
    requires: ["hearingDone"],
    event: "hearingConcluded",
    change: (facts, _input, circumstances) => {
      const state = stateIn(facts, "preNotice");
      if (state.phase === "toBeSent") return {};
      const reply = state.phase === "replied" ? state.reply : null;
      return {
        hearing: { sent: state.sent, reply, waived: null },
        ...moved({ stage: "decision", phase: "toBeDrafted" }, circumstances),
      };
    },
  },
  reconsider: {
    name: say("Vurder saken på nytt", "Vurder saka på nytt", "Reconsider"),
    does: "Kommer det nye opplysninger etter realitetsbehandlingen, går saken tilbake dit med begrunnelse. Forslaget må fremsettes og leses på nytt, og et nytt forhåndsvarsel sendes der utfallet er en reaksjon.",
    law: ["forvaltningsloven § 17"],
    from: ["preNotice", "decision"],
    to: ["assessment"],
    by: SECOND_LINE,
    requires: [],
    event: "caseReconsidered",
    change: (_facts, { reason }, circumstances) => ({
      proposal: null,
      secondReading: null,
      hearing: null,
      ...moved(
        {
          stage: "assessment",
          accepted: doneNow(circumstances),
          reconsidered: { ...doneNow(circumstances), reason },
        },
        circumstances,
      ),
    }),
  },
};
