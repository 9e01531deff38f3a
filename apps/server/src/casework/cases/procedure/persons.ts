/** A person as the procedure names one: the id of the account and the name shown. */
export interface PersonRef {
  readonly id: string;
  readonly name: string;
}

/** Who did an act, and in whose place where a stand-in did it. `robot` is set where the machine did it itself. */
export interface Doer {
  readonly actor: PersonRef;
  readonly onBehalfOf?: PersonRef;
  readonly robot?: true;
}

/** The ids of everybody behind an act: the one who acted and the one acted for. */
export function personsBehind(...doers: readonly (Doer | null | undefined)[]): ReadonlySet<string> {
  return new Set(
    doers.flatMap((doer) => (doer ? [doer.actor.id, ...(doer.onBehalfOf ? [doer.onBehalfOf.id] : [])] : [])),
  );
}

/** The person two sets of doers share, by name; nothing means four eyes have seen it. Stand-ins count as both. */
export function findSharedPerson(one: readonly Doer[], other: readonly Doer[]): PersonRef | undefined {
  const behind = personsBehind(...one);
  return other
    .flatMap((doer) => [doer.actor, ...(doer.onBehalfOf ? [doer.onBehalfOf] : [])])
    .find((person) => behind.has(person.id));
}
