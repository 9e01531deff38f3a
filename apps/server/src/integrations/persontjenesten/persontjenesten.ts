import type { Clock } from "../../platform/clock/clock.ts";
import {
  answerOfHits,
  below,
  type CallingOptions,
  found,
  openOutside,
  type RegisterLookUp,
  type TokenSource,
} from "../../platform/outside/index.ts";
import { type Person, person, personHits, unknownCodesIn } from "./person.ts";

/** Whom the population register is asked about: a number, present or past, or a name with a birth date (ISO). */
export type PersonQuestion =
  | { readonly nationalId: string }
  | { readonly name: string; readonly birthDate: string };

/** Where Persontjenesten is, and with which scope its token is asked for. */
export interface PersontjenestenSettings {
  readonly url: URL;
  readonly scope: string;
}

const VERSION = "2";
const PARTS = ["Name", "Birth", "Status", "NorwegianIdentificationNumber", "Death", "EmigrationFromNorway"];
const FEWEST_LETTERS = 3;

/**
 * Opens Persontjenesten, the health sector's way to the population register. By number the answer is one person or none;
 * a search by name and birth date may find several, at most 100.
 */
export function openPersontjenesten(
  { url: base, scope }: PersontjenestenSettings,
  { calling, clock, tokens }: { calling: CallingOptions; clock: Clock; tokens: TokenSource },
): RegisterLookUp<PersonQuestion, Person> {
  const source = "persontjenesten";
  const persons = openOutside({ source, clock, calling, access: { tokens, scope } });
  const callTo = (path: string, history: boolean, form: Record<string, string>) => {
    const url = below(base, path);
    for (const part of PARTS) url.searchParams.append("informationParts", part);
    if (history) url.searchParams.set("includeHistory", "true");
    return {
      url,
      method: "POST" as const,
      headers: { "content-type": "application/x-www-form-urlencoded", "api-version": VERSION },
      body: new URLSearchParams(form).toString(),
    };
  };
  return async (question, signal) => {
    if ("nationalId" in question) {
      const form = { nin: question.nationalId };
      const call = callTo("api/legal-basis/person/get-by-nin", true, form);
      const heard = await persons.ask(call, person, signal);
      return heard.answer === "heard" ? found(heard, unknownCodesIn(heard.said)) : heard;
    }
    const name = lettersOf(question.name);
    if (name.replace(/[\s-]/g, "").length < FEWEST_LETTERS)
      return {
        answer: "unavailable",
        source,
        at: clock.now().toISOString(),
        raw: null,
        reason: "notAskable",
        detail: "a name of fewer than three letters cannot be searched for",
      };
    const { birthDate } = question;
    const form = { FullName: name, BirthDateFrom: birthDate, BirthDateTo: birthDate };
    const call = callTo("api/legal-basis/search/person", false, form);
    const heard = await persons.ask(call, personHits, signal);
    return heard.answer === "heard" ? answerOfHits(heard, heard.said.results ?? [], unknownCodesIn) : heard;
  };
}

/** A name in the characters a search takes: letters, spaces and hyphens. */
const lettersOf = (name: string): string =>
  name
    .normalize("NFC")
    .replace(/[^\p{L}\s-]+/gu, " ")
    .trim();
