/**
 * A value of JSON as the one text it has in the chain: keys sorted by their UTF-16 code units, no spaces, numbers and
 * strings as JavaScript writes them (RFC 8785). Throws `TypeError` for what JSON cannot say, such as an infinite number.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${members.join(",")}}`;
  }
  const isJson =
    value === null ||
    typeof value === "boolean" ||
    typeof value === "string" ||
    (typeof value === "number" && Number.isFinite(value));
  if (!isJson) throw new TypeError(`JSON has no word for a ${typeof value} such as this`);
  return JSON.stringify(value);
}
