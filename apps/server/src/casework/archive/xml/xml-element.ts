/** An XML element before it is written. `name` may hold a prefix that the root declares. */
export interface XmlElement {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** The text of a leaf, or what the element holds, in order. */
  readonly content: string | readonly XmlElement[];
}

/** A leaf with text; no element at all where there is no value. */
export function leaf(name: string, value: string | number | null): XmlElement[] {
  return value === null ? [] : [{ name, content: String(value) }];
}

/** An element that holds others. `type` says which extension of the schema's type it is (xsi:type). */
export function holding(name: string, content: readonly XmlElement[], type?: string): XmlElement {
  return { name, content, ...(type !== undefined && { attributes: { "xsi:type": type } }) };
}
