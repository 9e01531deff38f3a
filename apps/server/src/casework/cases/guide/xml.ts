type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Text with the five characters that mean something in XML written as entities. */
export function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&apos;");
}

/** An element with its attributes and children, each child on a line of its own; text is given escaped. */
export function element(
  name: string,
  attributes: Attributes,
  children: readonly string[] | string = [],
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join("");
  if (typeof children === "string") return `<${name}${written}>${children}</${name}>`;
  if (children.length === 0) return `<${name}${written}/>`;
  const inner = children.flatMap((child) => child.split("\n").map((line) => `  ${line}`)).join("\n");
  return `<${name}${written}>\n${inner}\n</${name}>`;
}
