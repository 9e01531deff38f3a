import type { LabelledText, Pair } from "../layout/layout.ts";
import type { LabelMatch, LabelMatcher } from "../vocabulary/label-matcher.ts";
import type { Element } from "./xml.ts";

const LABEL_PARTS = /^(?:label|name|key|title|caption|fieldname|field|heading|question|code|id|term)$/i;
const VALUE_PARTS = /^(?:value|text|content|answer|val|data|fieldvalue|description)$/i;
const NAMES_A_PERSON = new Set(["surname", "fullName", "nationalId", "name"]);

interface Found extends Pair {
  element: Element;
}

/** Finds the labels of an XML tree: element names, attributes, and label and value side by side; person blocks are parted. */
export function findXmlPairs(root: Element, matcher: LabelMatcher): LabelledText {
  const found: Found[] = [];
  const prose: string[] = [];
  visit(root, matcher, found, prose);
  return { pairs: withPeople(root, found), headings: prose, prose: [] };
}

function visit(element: Element, matcher: LabelMatcher, found: Found[], prose: string[]): void {
  const labelled = labelAndValue(element, matcher);
  if (labelled) {
    found.push({ ...labelled, element, line: element.line });
    return;
  }
  for (const [name, value] of Object.entries(element.attributes)) {
    const match = matchName(name, element, matcher);
    if (match) found.push({ label: name, match, value, element, line: element.line });
  }
  const text = element.text.trim();
  if (element.children.length > 0) {
    for (const child of element.children) visit(child, matcher, found, prose);
    return;
  }
  const match = matchName(element.name, element.parent, matcher);
  const value = text || valueAttribute(element);
  if (match) found.push({ label: element.name, match, value, element, line: element.line });
  else if (text) prose.push(text);
}

/** `<field label="Surname">Jönsson</field>`, or children such as `<label>` and `<value>`. */
function labelAndValue(element: Element, matcher: LabelMatcher): Omit<Pair, "line"> | undefined {
  for (const [name, label] of Object.entries(element.attributes)) {
    if (!LABEL_PARTS.test(name)) continue;
    const match = matcher.matchLoosely(label) ?? matcher.match(words(label));
    if (match && element.children.length === 0) {
      return { label, match, value: element.text.trim() || valueAttribute(element) };
    }
    const value = match && element.children.find((child) => VALUE_PARTS.test(child.name));
    if (match && value) return { label, match, value: textOf(value) };
  }
  const labels = element.children.filter(
    (child) => LABEL_PARTS.test(child.name) && child.children.length === 0,
  );
  const values = element.children.filter((child) => VALUE_PARTS.test(child.name));
  const [label] = labels;
  if (element.children.length > 3 || labels.length !== 1 || values.length !== 1 || !label) return undefined;
  const match = matcher.matchLoosely(label.text) ?? matcher.match(words(label.text));
  return match && { label: label.text.trim(), match, value: textOf(values[0] as Element) };
}

function valueAttribute(element: Element): string {
  return Object.entries(element.attributes).find(([name]) => VALUE_PARTS.test(name))?.[1] ?? "";
}

function textOf(element: Element): string {
  return [element.text, ...element.children.map(textOf)].join(" ").replace(/\s+/g, " ").trim();
}

/** An element's name alone may say little ("date" within "birth"): it is tried with its parent's name first. */
function matchName(name: string, parent: Element | undefined, matcher: LabelMatcher): LabelMatch | undefined {
  const own = words(name);
  const above = words(parent?.name ?? "");
  const farther = words(parent?.parent?.name ?? "");
  const tries = [
    `${above} ${own}`,
    `${own} of ${above}`,
    `${own} ${above}`,
    `${farther} ${above} ${own}`,
    `${farther} ${own}`,
  ];
  for (const label of above ? tries : []) {
    const match = matcher.match(label);
    if (match && !match.meanings[0]?.weak) return match;
  }
  return matcher.match(own) ?? matcher.matchLoosely(own);
}

/** "dateOfBirth", "date_of_birth" and "DATE-OF-BIRTH" to words. */
function words(name: string): string {
  return name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .replace(/[_\-.]+/g, " ");
}

/** Gives each pair the block of the person it stands in: the outermost elements that hold one person each. */
function withPeople(root: Element, found: readonly Found[]): Pair[] {
  const counts = countPeople(found);
  const count = (element: Element) => Math.max(0, ...(counts.get(element)?.values() ?? []));
  const people = new Map<Element, string>();
  const part = (element: Element) => {
    for (const child of element.children) {
      const persons = count(child);
      if (persons === 1 && child.children.length > 0) people.set(child, `block ${people.size + 1}`);
      else if (persons > 1) part(child);
    }
  };
  if (count(root) > 1) part(root);
  return found.map(({ element, ...pair }) => ({ ...pair, person: personOf(element, people) }));
}

/** How often each element holds each kind of label that names a person. */
function countPeople(found: readonly Found[]): Map<Element, Map<string, number>> {
  const counts = new Map<Element, Map<string, number>>();
  for (const { element, match, value } of found) {
    const target = match.meanings[0]?.target ?? "";
    if (value === "" || !NAMES_A_PERSON.has(target)) continue;
    for (let at: Element | undefined = element; at; at = at.parent) {
      const held = counts.get(at) ?? new Map<string, number>();
      counts.set(at, held.set(target, (held.get(target) ?? 0) + 1));
    }
  }
  return counts;
}

function personOf(element: Element, people: ReadonlyMap<Element, string>): string | undefined {
  for (let at: Element | undefined = element; at; at = at.parent) {
    const person = people.get(at);
    if (person) return person;
  }
  return undefined;
}
