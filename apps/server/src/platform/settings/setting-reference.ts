/** A setting an operator may give in the environment. */
export interface SettingEntry {
  readonly name: string;
  readonly group: SettingGroup;
  /** What it is for and what may be written. */
  readonly meaning: string;
  /** What holds where it is not given; none where nothing does. */
  readonly fallback?: string;
  /** A secret: may be given as NAME_FILE with the name of a file that holds it, and is never logged. */
  readonly secret?: boolean;
}

/** Headings of the guide, in its order. */
export const SETTING_GROUPS = [
  "Installation",
  "Pages and interface",
  "Login",
  "Sessions",
  "Mailboxes",
  "Audit log",
  "Monitoring",
] as const;
export type SettingGroup = (typeof SETTING_GROUPS)[number];

/**
 * Every setting there is. The guide for operators is written from it, and a test holds it against the names that occur
 * in the code, so that none is added or dropped without a word.
 */
export const SETTING_REFERENCE: readonly SettingEntry[] = [
  {
    name: "VARDE_DATA",
    group: "Installation",
    fallback: "./data",
    meaning:
      "The folder of all that Varde keeps on disk: embedded database, secrets, anchor of the audit log.",
  },
  {
    name: "DATABASE_URL",
    group: "Installation",
    fallback: "the embedded server in the data folder",
    secret: false,
    meaning:
      "A PostgreSQL server (15 or newer): postgres://user:password@host/database. Use sslmode=verify-full for a server on another machine.",
  },
  {
    name: "NODE_ENV",
    group: "Installation",
    meaning:
      "Write production for an installation with real content: demonstration login and demo refuse to start.",
  },
  {
    name: "VARDE_LOG",
    group: "Installation",
    fallback: "info",
    meaning: "How much is logged: trace, debug, info, warn, error, fatal or silent. One JSON object a line.",
  },
  { name: "PORT", group: "Pages and interface", fallback: "3000", meaning: "The port that is listened on." },
  {
    name: "VARDE_HOST",
    group: "Pages and interface",
    fallback: "localhost",
    meaning: "The address that is listened on. Put TLS in front before others can reach it.",
  },
  {
    name: "VARDE_PUBLIC_URL",
    group: "Pages and interface",
    fallback: "http://localhost:PORT",
    meaning: "Where browsers see the server; https for any machine but this one.",
  },
  {
    name: "VARDE_MAILBOXES",
    group: "Mailboxes",
    meaning:
      "A YAML file with a list `mailboxes`; each has the settings below, in lower camel case without prefix.",
  },
  { name: "VARDE_IMAP_HOST", group: "Mailboxes", meaning: "The mail server of a single mailbox." },
  {
    name: "VARDE_IMAP_PORT",
    group: "Mailboxes",
    fallback: "993, or 143 without TLS from the start",
    meaning: "Its port.",
  },
  { name: "VARDE_IMAP_USER", group: "Mailboxes", meaning: "Who logs in to the mailbox." },
  { name: "VARDE_IMAP_PASSWORD", group: "Mailboxes", secret: true, meaning: "The password of the mailbox." },
  {
    name: "VARDE_IMAP_TLS",
    group: "Mailboxes",
    fallback: "on",
    meaning: "on (from the start), starttls, or off (only on this machine).",
  },
  {
    name: "VARDE_IMAP_NAME",
    group: "Mailboxes",
    fallback: "user@host",
    meaning: "What the mailbox is called in the pages.",
  },
  {
    name: "VARDE_IMAP_FOLDERS",
    group: "Mailboxes",
    fallback: "INBOX",
    meaning: "Folders that messages come to, parted by commas.",
  },
  {
    name: "VARDE_IMAP_FOLDER_WITH_MATCH",
    group: "Mailboxes",
    fallback: "Med treff",
    meaning: "Folder for messages with a match in the register.",
  },
  {
    name: "VARDE_IMAP_FOLDER_WITHOUT_MATCH",
    group: "Mailboxes",
    fallback: "Uten treff",
    meaning: "Folder for messages without a match.",
  },
  {
    name: "VARDE_IMAP_FOLDER_MANUAL",
    group: "Mailboxes",
    fallback: "Manuell behandling",
    meaning: "Folder for messages an officer must see.",
  },
  {
    name: "VARDE_IMAP_FOLDER_IRRELEVANT",
    group: "Mailboxes",
    fallback: "Irrelevant",
    meaning: "Folder for messages that are no alert.",
  },
  {
    name: "VARDE_IMAP_POLL_SECONDS",
    group: "Mailboxes",
    fallback: "60",
    meaning: "How often the mailbox is asked where it does not tell by itself (1–3600).",
  },
  {
    name: "VARDE_METRICS_PORT",
    group: "Monitoring",
    fallback: "not served",
    meaning: "The port that serves /metrics in the text form of Prometheus.",
  },
  {
    name: "VARDE_METRICS_HOST",
    group: "Monitoring",
    fallback: "localhost",
    meaning: "The address /metrics is served on. Any other than this machine's own demands a token.",
  },
  {
    name: "VARDE_METRICS_TOKEN",
    group: "Monitoring",
    secret: true,
    meaning: "What whoever reads /metrics must bear (Authorization: Bearer …); 16 characters or more.",
  },
];
