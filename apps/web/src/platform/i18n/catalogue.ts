import type { Language } from "@varde/contract/access";

/** A sentence that changes with `{count}`; which form fits is decided by the language's own rule. */
export interface Plural {
  readonly one: string;
  readonly other: string;
}
export type Message = string | Plural;
export type Messages = Readonly<Record<string, Message>>;

/** The same keys and kinds of messages in another language: a missing or extra key does not compile. */
export type Translation<M extends Messages> = {
  readonly [K in keyof M]: M[K] extends string ? string : Plural;
};

/** The messages of one slice in every language; bokmål decides which there are. */
export interface Catalogue<M extends Messages = Messages> {
  readonly nb: M;
  readonly nn: Translation<M>;
  readonly en: Translation<M>;
}

/** Joins the three languages of a slice. */
export function catalogue<const M extends Messages>(languages: {
  nb: M;
  nn: Translation<NoInfer<M>>;
  en: Translation<NoInfer<M>>;
}): Catalogue<M> {
  return languages;
}

export type Params = Readonly<Record<string, string | number>>;

type Placeholders<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;
type Needed<M> = M extends string
  ? Placeholders<M>
  : M extends Plural
    ? "count" | Placeholders<M["one"]> | Placeholders<M["other"]>
    : never;
type Arguments<M> = [Needed<M>] extends [never] ? [] : [params: Readonly<Record<Needed<M>, string | number>>];

/** Gives the sentence of a key, with its placeholders filled; a key or placeholder that is not there does not compile. */
export interface Translate<M extends Messages> {
  <K extends keyof M & string>(key: K, ...params: Arguments<M[K]>): string;
  /** For codes that come from the server: the sentence, or nothing where the code is unknown here. */
  find(key: string, params?: Params): string | undefined;
}

/** The translator of a catalogue in one language. Numbers are written as the language writes them. */
export function translator<M extends Messages>(messages: Catalogue<M>, language: Language): Translate<M> {
  const spoken: Messages = messages[language];
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language === "en" ? "en-GB" : language);

  const fill = (message: Message, params: Params): string => {
    const text =
      typeof message === "string"
        ? message
        : plurals.select(Number(params.count)) === "one"
          ? message.one
          : message.other;
    return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      const value = params[name];
      return value === undefined ? placeholder : typeof value === "number" ? numbers.format(value) : value;
    });
  };
  const find = (key: string, params: Params = {}) => {
    const message = Object.hasOwn(spoken, key) ? spoken[key] : undefined;
    return message === undefined ? undefined : fill(message, params);
  };
  const translate = (key: string, params?: Params) => find(key, params) ?? key;
  return Object.assign(translate, { find }) as Translate<M>;
}
