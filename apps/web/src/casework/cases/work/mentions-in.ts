/** Those among the people whose full name stands after an "@" in a text. A longer name is not also the shorter one in it. */
export function mentionsIn<P extends { readonly name: string }>(
  text: string,
  people: readonly P[],
): readonly P[] {
  let rest = text.toLowerCase();
  return people
    .toSorted((a, b) => b.name.length - a.name.length)
    .filter(({ name }) => {
      const mark = `@${name.toLowerCase()}`;
      if (!rest.includes(mark)) return false;
      rest = rest.replaceAll(mark, "");
      return true;
    });
}
