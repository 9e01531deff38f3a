import { LEGAL_TRACKS } from "@varde/contract/cases-terms";
import { type Sentence, say } from "../sentence.ts";

/** The two legal tracks: A where the authorisation rests on the foreign one that lapsed, B where it does not. */
export const TRACKS = LEGAL_TRACKS;
export type Track = (typeof TRACKS)[number];

/** What a track is, what it demands and which legal bases it can end in (keys of the legal bases). */
export interface TrackDescription {
  readonly name: Sentence;
  readonly meaning: Sentence;
  readonly demands: Sentence;
  readonly provisions: readonly string[];
}

export const TRACK: Readonly<Record<Track, TrackDescription>> = {
  A: {
    name: say("Spor A: bortfalt grunnlag", "Spor A: bortfalle grunnlag", "Track A: lapsed basis"),
    meaning: say(
      "Den norske autorisasjonen bygger på den utenlandske som har mistet sin gyldighet.",
      "Den norske autorisasjonen byggjer på den utanlandske som har mista gyldigheita si.",
      "The Norwegian authorisation rests on the foreign one that has lapsed.",
    ),
    demands: say(
      "Grunnlagslandet er kjent og er det landet der godkjenningen er bortfalt, og bortfallet er dokumentert.",
      "Grunnlagslandet er kjent og er det landet der godkjenninga er bortfallen, og bortfallet er dokumentert.",
      "The basis country is known and is the country of the lapse, and the lapse is proven.",
    ),
    provisions: ["hpl57-lapsedForeignBasis", "hpl63-foreignPrescribing"],
  },
  B: {
    name: say("Spor B: egen vurdering", "Spor B: eiga vurdering", "Track B: own assessment"),
    meaning: say(
      "Den norske autorisasjonen står på egne bein. Forholdet vurderes etter helsepersonelloven kapittel 11.",
      "Den norske autorisasjonen står på eigne bein. Forholdet blir vurdert etter helsepersonellova kapittel 11.",
      "The Norwegian authorisation stands on its own. The matter is assessed under chapter 11 of the Health Personnel Act.",
    ),
    demands: say(
      "Minst ett faktisk forhold er slått fast og knyttet til dokumentet det bygger på.",
      "Minst eitt faktisk forhold er slått fast og knytt til dokumentet det byggjer på.",
      "At least one finding of fact is made and tied to the document it rests on.",
    ),
    provisions: [
      "hpl56-order",
      "hpl57-unfit",
      "hpl58-limitedSuspension",
      "hpl58-fullSuspension",
      "hpl59-limitation",
      "hpl63-prescribing",
    ],
  },
};
