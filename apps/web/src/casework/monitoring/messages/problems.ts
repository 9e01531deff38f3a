import { catalogue } from "../../../platform/i18n/catalogue.ts";

/** Refusals of operations by code, with advice. */
export const monitoringProblems = catalogue({
  nb: {
    sweepsPausedAlready: "Sammenlikningen står allerede på vent.",
    sweepsNotPaused: "Sammenlikningen står ikke på vent.",
    noSuchFailedJob: "Jobben er ikke lenger blant de feilede.",
    "noSuchFailedJob.advice": "Den kan være kjørt igjen av en annen.",
  },
  nn: {
    sweepsPausedAlready: "Samanlikninga står allereie på vent.",
    sweepsNotPaused: "Samanlikninga står ikkje på vent.",
    noSuchFailedJob: "Jobben er ikkje lenger blant dei feila.",
    "noSuchFailedJob.advice": "Han kan vere køyrd igjen av ein annan.",
  },
  en: {
    sweepsPausedAlready: "Sweeps wait already.",
    sweepsNotPaused: "Sweeps do not wait.",
    noSuchFailedJob: "The job is no longer among the failed ones.",
    "noSuchFailedJob.advice": "Somebody else may have run it again.",
  },
});
