/** The same words in bokmål, nynorsk and English; `{name}` marks where a parameter goes. */
export interface Sentence {
  readonly nb: string;
  readonly nn: string;
  readonly en: string;
}

/** A sentence in the three languages of the pages, bokmål first. */
export function say(nb: string, nn: string, en: string): Sentence {
  return { nb, nn, en };
}
