import { readFile } from "node:fs/promises";
import { type Command, InvalidArgumentError } from "commander";
import type { CommandContext } from "../../platform/cli/command-context.ts";
import { CommandFailed } from "../../platform/cli/command-failed.ts";
import { isRefusal, type Refusal } from "../../platform/rules/refusal.ts";
import {
  addServiceAccount,
  type ManagingParts,
  revokeService,
  rotateSecret,
  type WithSecret,
} from "./manage-service-accounts.ts";
import { listServiceAccounts, type ServiceAccount } from "./service-accounts.sql.ts";
import { SERVICE_SCOPES } from "./service-scopes.ts";

interface AddOptions {
  readonly name: string;
  readonly contact: string;
  readonly scope: readonly string[];
  readonly days: number;
  readonly publicKey?: string;
  readonly json?: boolean;
}

/** Adds `varde service-account add|list|rotate|revoke` to the command line. */
export function registerServiceAccountCommands(program: Command, context: CommandContext): void {
  const group = program
    .command("service-account")
    .description("other systems that may call the interface, with tokens of their own");
  registerAdd(group, context);
  group
    .command("list")
    .description("every service account: what it may do, until when, and when it last asked for a token")
    .option("--json", "print the list as JSON")
    .action(async (options: { json?: boolean }) => {
      const { db, clock } = await partsOf(context);
      const accounts = await listServiceAccounts(db, clock.now());
      context.print(accounts, accounts.map(line).join("\n") || "No service account yet.", options);
    });
  group
    .command("rotate")
    .argument("<client-id>")
    .description("make a new secret; the one before goes on working for some days")
    .option("--overlap <days>", "days the secret before goes on working", wholeNumber, 7)
    .option("--json", "print the new secret as JSON")
    .action(async (clientId: string, { overlap, ...options }: { overlap: number; json?: boolean }) => {
      const outcome = await rotateSecret(await partsOf(context), { clientId, overlapDays: overlap });
      printSecret(context, done(outcome), options);
    });
  group
    .command("revoke")
    .argument("<client-id>")
    .description("shut a service account out for ever, at once")
    .requiredOption("--reason <text>", "why, for the audit log")
    .option("--json", "print the result as JSON")
    .action(async (clientId: string, { reason, ...options }: { reason: string; json?: boolean }) => {
      const revoked = done(await revokeService(await partsOf(context), { clientId, reason }));
      context.print(revoked, `${clientId} is revoked: its secrets and tokens no longer work.`, options);
    });
}

function registerAdd(group: Command, context: CommandContext): void {
  group
    .command("add")
    .argument("<client-id>", "small letters, digits and hyphens, such as hospital-reports")
    .description("add a service account; its secret is shown once and kept nowhere")
    .requiredOption("--name <text>", "what the audit log calls it")
    .requiredOption("--contact <text>", "whom to ask about it")
    .requiredOption("--scope <scopes...>", `what it may do: ${SERVICE_SCOPES.join(", ")}`)
    .option("--days <number>", "days until it expires", wholeNumber, 365)
    .option(
      "--public-key <file>",
      "PEM or JWK: it signs assertions with the private half instead of a secret",
    )
    .option("--json", "print the account and its secret as JSON")
    .action(async (clientId: string, { scope, publicKey, ...options }: AddOptions) => {
      const wanted = {
        clientId,
        ...options,
        scopes: scope.flatMap((given) => given.split(",")),
        publicKey: publicKey === undefined ? undefined : await readKey(publicKey),
      };
      printSecret(context, done(await addServiceAccount(await partsOf(context), wanted)), options);
    });
}

async function partsOf(context: CommandContext): Promise<ManagingParts> {
  return { db: (await context.database()).app, clock: context.clock, actor: context.actor };
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError("Write a whole number of days.");
  return Number(text);
}

async function readKey(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch {
    throw new CommandFailed("publicKeyUnreadable", `There is no file ${file} that can be read.`);
  }
}

const TELLINGS: Readonly<Record<string, (params: Readonly<Record<string, string | number>>) => string>> = {
  scopeUnknown: ({ scope, known }) => `"${scope}" can be given to no service account. Choose among ${known}.`,
  clientIdWrong: ({ clientId }) =>
    `"${clientId}" is no client id: write 3 to 60 small letters, digits and hyphens, beginning with a letter.`,
  clientIdTaken: ({ clientId }) =>
    `There is a service account ${clientId} already; ids are never used again.`,
  daysOutOfRange: ({ days, most }) => `${days} days is out of range; write at most ${most}.`,
  publicKeyUnreadable: () =>
    "The public key cannot be read: give PEM or a JWK of type RSA (2048 bits or more), P-256, P-384 or Ed25519.",
  noSuchServiceAccount: ({ clientId }) => `There is no service account ${clientId}.`,
  serviceAccountRevoked: ({ clientId }) => `${clientId} is revoked for ever; add another account.`,
  serviceAccountExpired: ({ clientId }) => `${clientId} has expired; add another account.`,
  accountHasPublicKey: ({ clientId }) => `${clientId} signs with a key of its own and has no secret.`,
};

function done<T>(outcome: T | Refusal): T {
  if (!isRefusal(outcome)) return outcome;
  const tell = TELLINGS[outcome.code];
  throw new CommandFailed(outcome.code, tell ? tell(outcome.params ?? {}) : "This was refused");
}

function printSecret(
  context: CommandContext,
  made: WithSecret,
  options: { json?: boolean | undefined },
): void {
  const { clientId, secret, expiresAt } = made;
  const until = `It works until ${expiresAt.toISOString().slice(0, 10)}.`;
  const text =
    secret === undefined
      ? `${clientId} proves itself by its key. ${until}`
      : `${clientId} has the secret\n\n  ${secret}\n\nIt is shown now and never again. ${until}`;
  context.print(made, text, options);
}

function line({ clientId, name, scopes, expiresAt, revokedAt, lastTokenAt }: ServiceAccount): string {
  const state = revokedAt ? `revoked ${day(revokedAt)}` : `until ${day(expiresAt)}`;
  const used = lastTokenAt ? `last token ${day(lastTokenAt)}` : "no token lately";
  return `${clientId.padEnd(24)} ${state.padEnd(20)} ${used.padEnd(24)} ${scopes.join(",")}  (${name})`;
}

const day = (at: Date): string => at.toISOString().slice(0, 10);
