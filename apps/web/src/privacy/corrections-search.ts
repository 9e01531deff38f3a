/** Which requests are shown, as it stands in the address. */
export interface CorrectionsSearch {
  readonly all?: true;
  /** "new" while one is being recorded, else the number of the one being answered. */
  readonly open?: "new" | number;
}

/** Reads the address; what is not understood is left out. */
export function readCorrectionsSearch({ all, open }: Record<string, unknown>): CorrectionsSearch {
  return {
    ...((all === true || all === "true") && { all: true }),
    ...((open === "new" || typeof open === "number") && { open }),
  };
}
