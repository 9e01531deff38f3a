import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import type { ImapServer } from "../../../../platform/mail/imap-mailbox.ts";
import { invalid, type Refusal } from "../../../../platform/rules/refusal.ts";
import type { FolderRole } from "../../mailboxes/mailboxes.sql.ts";

/** One mailbox on a mail server, as an operator has set it up. */
export interface ImapSettings {
  /** What people call it. */
  readonly name: string;
  readonly server: ImapServer;
  /** Folders messages arrive in. */
  readonly folders: readonly string[];
  /** Folders that show the outcome of messages. */
  readonly outcomes: Readonly<Record<Exclude<FolderRole, "incoming">, string>>;
  /** Looked through at least this often, whatever the server tells. */
  readonly pollSeconds: number;
}

const settings = z.strictObject({
  name: z.string().min(1).optional(),
  host: z.string().min(1),
  port: z.coerce.number().int().min(1).max(65535).optional(),
  user: z.string().min(1),
  password: z.string().optional(),
  passwordFile: z.string().optional(),
  tls: z.enum(["on", "starttls", "off"]).default("on"),
  folders: z.array(z.string().min(1)).min(1).default(["INBOX"]),
  withMatch: z.string().min(1).default("Med treff"),
  withoutMatch: z.string().min(1).default("Uten treff"),
  manual: z.string().min(1).default("Manuell behandling"),
  irrelevant: z.string().min(1).default("Irrelevant"),
  pollSeconds: z.coerce.number().int().min(1).max(3600).default(60),
});

const ENVIRONMENT = {
  name: "VARDE_IMAP_NAME",
  host: "VARDE_IMAP_HOST",
  port: "VARDE_IMAP_PORT",
  user: "VARDE_IMAP_USER",
  password: "VARDE_IMAP_PASSWORD",
  passwordFile: "VARDE_IMAP_PASSWORD_FILE",
  tls: "VARDE_IMAP_TLS",
  withMatch: "VARDE_IMAP_FOLDER_WITH_MATCH",
  withoutMatch: "VARDE_IMAP_FOLDER_WITHOUT_MATCH",
  manual: "VARDE_IMAP_FOLDER_MANUAL",
  irrelevant: "VARDE_IMAP_FOLDER_IRRELEVANT",
  pollSeconds: "VARDE_IMAP_POLL_SECONDS",
} as const;

/**
 * The mailboxes an operator has set up: those of the YAML file `VARDE_MAILBOXES` (a list under `mailboxes`), and the
 * one described by `VARDE_IMAP_*`. None set up is an empty list. Refuses settings that cannot be right, by name.
 */
export function imapSettings(env: NodeJS.ProcessEnv): ImapSettings[] | Refusal {
  const listed = env.VARDE_MAILBOXES ? fromFile(env.VARDE_MAILBOXES) : [];
  if (!Array.isArray(listed)) return listed;
  const single = env.VARDE_IMAP_HOST ? [fromEnvironment(env)] : [];
  const all: ImapSettings[] = [];
  for (const { given, place } of [...listed, ...single]) {
    const checked = check(given, place);
    if ("refusal" in checked) return checked;
    all.push(checked);
  }
  return all;
}

/** Where a mailbox is, without any secret; its identity in the ledger. */
export function addressOf({ server }: ImapSettings): string {
  return `${server.user}@${server.host}:${server.port}`;
}

/** The folders of a mailbox with what each is for. */
export function foldersOf({ folders, outcomes }: ImapSettings): { folder: string; role: FolderRole }[] {
  const incoming = folders.map((folder) => ({ folder, role: "incoming" as const }));
  const mirrored = (Object.entries(outcomes) as [FolderRole, string][]).map(([role, folder]) => ({
    folder,
    role,
  }));
  return [...incoming, ...mirrored];
}

interface Given {
  given: unknown;
  place: string;
}

function fromFile(path: string): Given[] | Refusal {
  try {
    const { mailboxes } = z
      .object({ mailboxes: z.array(z.unknown()) })
      .parse(parse(readFileSync(path, "utf8")));
    return mailboxes.map((given, index) => ({ given, place: `VARDE_MAILBOXES mailboxes[${index}]` }));
  } catch (error) {
    const why = error instanceof z.ZodError ? "it has no list called mailboxes" : (error as Error).message;
    return invalid("mailboxesFileInvalid", { file: path, why });
  }
}

function fromEnvironment(env: NodeJS.ProcessEnv): Given {
  const named = Object.entries(ENVIRONMENT).flatMap(([name, variable]) =>
    env[variable] ? [[name, env[variable]] as const] : [],
  );
  const folders = env.VARDE_IMAP_FOLDERS?.split(",").map((folder) => folder.trim());
  return { given: { ...Object.fromEntries(named), ...(folders && { folders }) }, place: "VARDE_IMAP_*" };
}

function check(given: unknown, place: string): ImapSettings | Refusal {
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return invalid("mailboxSettingsInvalid", {
      place,
      setting: issue?.path.join(".") ?? "",
      why: issue?.message ?? "",
    });
  }
  const { data } = parsed;
  const password = data.password ?? (data.passwordFile && secretIn(data.passwordFile));
  if (!password) return invalid("mailboxPasswordMissing", { place });
  const { host, user, tls, port = tls === "on" ? 993 : 143 } = data;
  const { folders, withMatch, withoutMatch, manual, irrelevant, pollSeconds } = data;
  const names = [...folders, withMatch, withoutMatch, manual, irrelevant];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) return invalid("mailboxFolderTwice", { place, folder: twice });
  return {
    name: data.name ?? `${user}@${host}`,
    server: { host, port, user, password, tls },
    folders,
    outcomes: { withMatch, withoutMatch, manual, irrelevant },
    pollSeconds,
  };
}

function secretIn(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8").trim() || undefined;
  } catch {
    return undefined;
  }
}
