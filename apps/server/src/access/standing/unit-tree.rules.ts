/** A unit and the unit above it. */
export interface UnitInTree {
  readonly code: string;
  readonly parent: string | null;
}

/** These units and all units below them. Codes that name no unit are left out; a tree that bites its tail ends. */
export function unitsWithin(tree: readonly UnitInTree[], codes: readonly string[]): ReadonlySet<string> {
  const known = new Set(tree.map(({ code }) => code));
  const within = new Set(codes.filter((code) => known.has(code)));
  for (let before = -1; before < within.size; ) {
    before = within.size;
    for (const { code, parent } of tree) if (parent !== null && within.has(parent)) within.add(code);
  }
  return within;
}
