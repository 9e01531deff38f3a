import { userInfo } from "node:os";
import type { Person } from "@varde/contract";

/**
 * Who acted: a person in the pages, a service account, a user on the command line, a job of the system itself, or
 * somebody who did not come in and of whom only the network address is known.
 */
export type Actor =
  | {
      readonly kind: "person";
      readonly id: string;
      readonly name: string;
      /** In whose place, where a stand-in acts. */
      readonly onBehalfOf?: { readonly id: string; readonly name: string };
    }
  | { readonly kind: "service"; readonly id: string; readonly name: string }
  | { readonly kind: "cli"; readonly user: string }
  | { readonly kind: "job"; readonly name: string }
  | { readonly kind: "stranger"; readonly address: string };

type ActingPerson = Pick<Person, "id" | "name" | "isService"> & {
  readonly onBehalfOf?: { readonly id: string; readonly name: string };
};

/** Whoever is behind a request: a person acting through the pages, or a service account with its token. */
export function personActor({ id, name, isService, onBehalfOf }: ActingPerson): Actor {
  if (isService === true) return { kind: "service", id, name };
  return { kind: "person", id, name, ...(onBehalfOf && { onBehalfOf }) };
}

/** Somebody who did not come in. `address` is that of the network, or "" where it is not known. */
export function strangerActor(address: string): Actor {
  return { kind: "stranger", address };
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
