import type { Document } from "../containers/read-container.ts";
import type { Contents } from "../parts/collect-parts.ts";
import type { MessageHeader } from "../reading.ts";
import { fold } from "../vocabulary/fold.ts";
import { type CompiledProfile, compileProfile, fitOf } from "./compile-profile.ts";
import type { SourceProfile } from "./source-profile.ts";

export interface SourceChoice {
  profile: CompiledProfile;
  /** A profile other than the fallback fitted. */
  known: boolean;
}

const NO_PROFILE: SourceProfile = { name: "generic", version: 0, title: "generic", fits: {}, fallback: true };

/**
 * Chooses the profile that fits the message a document stands in: the innermost message that fits any decides,
 * then the profile that fits best. Without a document, the message as a whole is looked at.
 */
export function chooseProfile(
  document: Document | undefined,
  contents: Contents,
  profiles: readonly SourceProfile[],
): SourceChoice {
  const compiled = profiles.map(compileProfile);
  const body = bodyOf(contents);
  const attachments = contents.parts.flatMap(({ fileName }) => fileName ?? []);
  for (const header of document?.headers ?? headersOf(contents)) {
    const best = bestOf(compiled, header, attachments, body);
    if (best) return { profile: best, known: true };
  }
  const fallback = profiles.find((profile) => profile.fallback) ?? NO_PROFILE;
  return { profile: compileProfile(fallback), known: false };
}

function headersOf({ leaves, message }: Contents): readonly MessageHeader[] {
  return [...new Set([message.header, ...leaves.flatMap(({ headers }) => headers)])];
}

function bodyOf({ leaves }: Contents): string {
  const lines = leaves.flatMap(({ part }) => part.lines.slice(0, 200).map(({ text }) => text));
  return ` ${fold(lines.join(" ").slice(0, 20_000))} `;
}

function bestOf(
  compiled: readonly CompiledProfile[],
  header: MessageHeader,
  attachments: readonly string[],
  body: string,
): CompiledProfile | undefined {
  let best: { profile: CompiledProfile; score: number } | undefined;
  for (const profile of compiled) {
    const score = profile.profile.fallback ? undefined : fitOf(profile, { header, attachments, body });
    if (score !== undefined && (!best || score > best.score)) best = { profile, score };
  }
  return best?.profile;
}
