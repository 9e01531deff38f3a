import { type Refusal, refused } from "../../platform/rules/refusal.ts";
import type { Standing } from "./standing.ts";

/** An act as far as it matters to four eyes: who did it, and in whose place. */
export interface DoneBy {
  readonly actor: { readonly id: string };
  readonly onBehalfOf?: { readonly id: string } | null | undefined;
}

/** Ids of the persons behind an act: the one who did it, and the one in whose place. */
export function personsBehind({ actor, onBehalfOf }: DoneBy): ReadonlySet<string> {
  return new Set(onBehalfOf ? [actor.id, onBehalfOf.id] : [actor.id]);
}

/**
 * Whether a person is kept from agreeing to what others did: `sameAuthor` where the person, or the one acted for, is
 * behind it, and `standInOfAuthor` where they stand in for somebody behind it, in whosever place they act now.
 */
export function refuseToAgree(
  standing: Pick<Standing, "person" | "standsInFor">,
  acts: readonly DoneBy[],
  onBehalfOf?: { readonly id: string },
  law?: string,
): Refusal | undefined {
  const authors = acts
    .map(personsBehind)
    .reduce<ReadonlySet<string>>((all, some) => all.union(some), new Set());
  const agreeing = personsBehind({ actor: standing.person, onBehalfOf });
  if (!agreeing.isDisjointFrom(authors)) return refused("sameAuthor", law);
  const stoodInFor = standing.standsInFor.find(({ person }) => authors.has(person.id));
  return stoodInFor && refused("standInOfAuthor", law, { author: stoodInFor.person.name });
}
