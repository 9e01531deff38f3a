import { type KnownPerson, ROLES, type Role } from "@varde/contract";
import { type Command, InvalidArgumentError } from "commander";
import type { CommandContext } from "../../platform/cli/command-context.ts";
import { CommandFailed } from "../../platform/cli/command-failed.ts";
import { isRefusal } from "../../platform/rules/refusal.ts";
import { giveRoles } from "./administer-people.ts";
import { listKnownPeople } from "./known-people.sql.ts";

/** People shown by one call; who has more names a part of the name. */
const MOST_SHOWN = 200;

const TELLINGS: Readonly<Record<string, string>> = {
  noSuchKnownPerson: "There is no such person. Run: varde people list",
  rolesFromProvider: "The login provider brings this person's roles at every login. Change them there.",
  rolesUnchanged: "The person has these roles already.",
};

/** Adds `varde people list|give-roles`: how the first system owner comes to be where the login provider knows no roles. */
export function registerPeopleCommands(program: Command, context: CommandContext): void {
  const group = program
    .command("people")
    .description("people who have logged in, and the roles given to them here");
  group
    .command("list")
    .description("people who have logged in, by name")
    .option("--search <text>", "only those with this in their name")
    .option("--without-role", "only those who wait for a role")
    .option("--json", "print the list as JSON")
    .action(
      async ({
        search,
        withoutRole,
        ...options
      }: {
        search?: string;
        withoutRole?: true;
        json?: boolean;
      }) => {
        const { app: db } = await context.database();
        const people = await listKnownPeople(
          db,
          { search, withoutRole, limit: MOST_SHOWN },
          context.clock.now(),
        );
        context.print(people, people.map(line).join("\n") || "Nobody yet.", options);
      },
    );
  group
    .command("give-roles")
    .argument("<id>", "as varde people list shows it", personId)
    .description("say which roles a person has whose login provider brings none")
    .requiredOption("--roles <roles>", `with commas between: ${ROLES.join(", ")}`, rolesIn)
    .requiredOption("--reason <text>", "why, for the audit log")
    .option("--name <text>", "the person's name, where the login provider tells none")
    .option("--json", "print the person as JSON")
    .action(
      async (
        id: string,
        { json, ...wanted }: { roles: Role[]; reason: string; name?: string; json?: boolean },
      ) => {
        const parts = { db: (await context.database()).app, clock: context.clock, actor: context.actor };
        const outcome = await giveRoles(parts, { id, ...wanted });
        if (isRefusal(outcome)) {
          throw new CommandFailed(outcome.code, TELLINGS[outcome.code] ?? "This was refused");
        }
        context.print(outcome.person, line(outcome.person), { json });
      },
    );
}

function personId(text: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text))
    throw new InvalidArgumentError("Write the id that varde people list shows.");
  return text;
}

function rolesIn(text: string): Role[] {
  return text.split(",").map((word) => {
    const role = ROLES.find((known) => known === word.trim());
    if (!role) throw new InvalidArgumentError(`"${word}" is no role. Write ${ROLES.join(", ")}.`);
    return role;
  });
}

function line({ id, name, roles, rolesFrom, deactivatedAt }: KnownPerson): string {
  const state = deactivatedAt === null ? "" : "  shut out";
  return `${id}  ${name.padEnd(30)} ${roles.join(",") || "no role"} (from ${rolesFrom})${state}`;
}
