import { ACT_NAMES, type ActName } from "../procedure/acts/act-names.ts";
import { type Sentence, say } from "../procedure/sentence.ts";
import { ACTS } from "../procedure/table/index.ts";

/** A matter that runs beside the stages, with states and acts of its own. */
export interface SideMatterDescription {
  readonly key: "interimSuspension" | "appeal" | "question" | "renunciation" | "dismissal";
  readonly name: Sentence;
  /** What starts it, how it ends and what clock it runs on, in bokmål. */
  readonly told: string;
}

export const SIDE_MATTERS: readonly SideMatterDescription[] = [
  {
    key: "interimSuspension",
    name: say("Midlertidig suspensjon", "Mellombels suspensjon", "Interim suspension"),
    told: "Kan foreslås fra og med prioriteringen når det er grunn til å tro at vilkårene for tilbakekall er oppfylt og helsepersonellet er til fare. Saken skal da påskyndes. Suspensjonen har alltid en siste dag, kan forlenges én gang, og ender når den oppheves, når vedtaket kommer, eller når en klage fører frem.",
  },
  {
    key: "appeal",
    name: say("Klage", "Klage", "Appeal"),
    told: "Klagefristen er tre uker fra vedtaket kom frem til helsepersonellet. Myndigheten vurderer vedtaket på nytt før klagen går til klagenemnda. Endres eller oppheves vedtaket, må endringen iverksettes på samme måte som vedtaket selv.",
  },
  {
    key: "question",
    name: say("Spørsmål til avsenderen", "Spørsmål til avsendaren", "Question to the sender"),
    told: "Er det tvil om hvem et varsel gjelder, spørres avsenderen. Saken kan ikke overleveres og realitetsbehandlingen ikke avsluttes før spørsmålet er avklart.",
  },
  {
    key: "renunciation",
    name: say("Frivillig avkall", "Frivillig avkall", "Voluntary renunciation"),
    told: "Helsepersonellet kan gi avkall på autorisasjonen i en skriftlig erklæring. Når den er bekreftet, går saken rett til iverksetting.",
  },
  {
    key: "dismissal",
    name: say("Avvisning", "Avvising", "Dismissal"),
    told: "En sak kan avsluttes uten realitetsbehandling når varselet ikke gjelder personen, ikke er relevant i Norge, eller personen ikke har norsk autorisasjon. Den ene foreslår og den andre avviser.",
  },
];

const QUESTION_ACTS: readonly ActName[] = ["askSender", "recordSenderAnswer"];

/** The acts of a side matter, in the order of the table. */
export function sideActsOf({ key }: SideMatterDescription): readonly ActName[] {
  if (key === "question") return QUESTION_ACTS;
  return ACT_NAMES.filter((act) => ACTS[act].side?.matter === key);
}
