import { userInfo } from "node:os";
import type { Person } from "@varde/contract";

/** Who acted: a person in the pages, a user on the command line, or a job of the system itself. */
export type Actor =
  | { readonly kind: "person"; readonly id: string; readonly name: string }
  | { readonly kind: "cli"; readonly user: string }
  | { readonly kind: "job"; readonly name: string };

/** A person acting through the pages. */
export function personActor({ id, name }: Pick<Person, "id" | "name">): Actor {
  return { kind: "person", id, name };
}

/** Whoever runs a command on this machine, by the operating system's name for the user. */
export function cliActor(): Actor {
  return { kind: "cli", user: userName() };
}

/** A user without an entry in the machine's list, as in some containers, is known by number. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? "unknown"}`;
  }
}

/** A job acting by itself. */
export function jobActor(name: string): Actor {
  return { kind: "job", name };
}
