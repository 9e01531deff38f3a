interface Named {
  readonly forename?: string | null;
  readonly middle?: string | null;
  readonly surname?: string | null;
}

/** A person's name in the order it is said; empty where no part of it is known. */
export function nameOf({ forename, middle, surname }: Named): string {
  return [forename, middle, surname].filter(Boolean).join(" ");
}
