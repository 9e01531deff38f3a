import { readdirSync, readFileSync } from "node:fs";
import { checkProfile } from "./check-profile.ts";
import type { SourceProfile } from "./source-profile.ts";

const FOLDER = new URL("../../profiles/", import.meta.url);

/** The source profiles that come with Varde, by name. A shipped profile that is wrong is a bug and throws. */
export function loadShippedProfiles(): SourceProfile[] {
  const files = readdirSync(FOLDER)
    .filter((name) => name.endsWith(".yaml"))
    .toSorted();
  return files.map((name) => {
    const { profile, errors } = checkProfile(readFileSync(new URL(name, FOLDER), "utf8"));
    if (errors)
      throw new Error(`${name}: ${errors.map(({ line, message }) => `line ${line}: ${message}`).join("; ")}`);
    return profile;
  });
}
