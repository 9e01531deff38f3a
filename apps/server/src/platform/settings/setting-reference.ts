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
  "Outside registers",
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
      "The folder of all that Varde keeps on disk: embedded database, secrets, anchor of the audit log, index of the register.",
  },
  {
    name: "DATABASE_URL",
    group: "Installation",
    fallback: "the embedded server in the data folder",
    secret: true,
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
    name: "VARDE_LOGIN_FILE",
    group: "Login",
    meaning:
      "A YAML file with the login providers (Entra ID, ID-porten, Ansattporten, HelseID or any OpenID Connect): see login.md.",
  },
  {
    name: "VARDE_OIDC_ISSUER",
    group: "Login",
    meaning: "The https address of a single OpenID Connect provider, where no file is given.",
  },
  { name: "VARDE_OIDC_CLIENT_ID", group: "Login", meaning: "What Varde is called there." },
  {
    name: "VARDE_OIDC_CLIENT_SECRET",
    group: "Login",
    secret: true,
    meaning: "What Varde proves itself with there.",
  },
  {
    name: "VARDE_OIDC_SCOPE",
    group: "Login",
    fallback: "openid profile",
    meaning: "What is asked for at login.",
  },
  {
    name: "VARDE_OIDC_ROLES_CLAIM",
    group: "Login",
    fallback: "roles",
    meaning: "The claim that holds a person's roles.",
  },
  {
    name: "VARDE_OIDC_ROLE_NAMES",
    group: "Login",
    meaning: "How the provider's words translate to roles: their-word=firstLine,other-word=auditor.",
  },
  {
    name: "VARDE_SESSION_SECRET",
    group: "Sessions",
    secret: true,
    fallback: "made in VARDE_DATA/secrets",
    meaning:
      "Signs sessions on all hosts alike; 32 characters or more. Several, newest first, parted by spaces: the first signs, the others are still believed.",
  },
  {
    name: "VARDE_SESSION_IDLE_MINUTES",
    group: "Sessions",
    fallback: "60",
    meaning: "How long somebody may do nothing before they must log in again (5–240).",
  },
  {
    name: "VARDE_SESSION_LONGEST_MINUTES",
    group: "Sessions",
    fallback: "720",
    meaning: "How long a session lasts whatever happens (15–1440).",
  },
  {
    name: "VARDE_STEP_UP_MINUTES",
    group: "Sessions",
    fallback: "10",
    meaning: "How long it counts that somebody has just proved who they are (1–60).",
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
    name: "VARDE_AUDIT_ANCHOR",
    group: "Audit log",
    fallback: "VARDE_DATA/audit-anchor.log",
    meaning: "The file that the head of the audit log's chain is added to, best on another machine.",
  },
  {
    name: "VARDE_AUDIT_WITNESS",
    group: "Audit log",
    meaning: "The https address of an outside witness that the head of the chain is told.",
  },
  {
    name: "VARDE_AUDIT_WITNESS_TOKEN",
    group: "Audit log",
    secret: true,
    meaning: "What Varde bears when it tells the witness.",
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
  {
    name: "VARDE_OUTSIDE_TIMEOUT_SECONDS",
    group: "Outside registers",
    fallback: "10",
    meaning: "How long one attempt to ask an outside register may take (1–120).",
  },
  {
    name: "VARDE_MASKINPORTEN_URL",
    group: "Outside registers",
    meaning: "The https address of Maskinporten, which is also its name: https://maskinporten.no/.",
  },
  {
    name: "VARDE_MASKINPORTEN_CLIENT_ID",
    group: "Outside registers",
    meaning: "What Varde is called there.",
  },
  {
    name: "VARDE_MASKINPORTEN_KEY",
    group: "Outside registers",
    secret: true,
    meaning: "The private key Varde signs with there: one JWK in JSON, with its kid.",
  },
  {
    name: "VARDE_HPR_URL",
    group: "Outside registers",
    meaning:
      "The address that HPR's /v1/personerutvidet stands below. Without it, HPR is not asked live; it needs Maskinporten.",
  },
  {
    name: "VARDE_PERSONTJENESTEN_URL",
    group: "Outside registers",
    meaning:
      "The address that Persontjenesten's /api stands below. Without it, the population register is not asked.",
  },
  {
    name: "VARDE_PERSONTJENESTEN_SCOPE",
    group: "Outside registers",
    fallback: "nhn:hgd-persontjenesten-api/read-with-legal-basis",
    meaning: "The scope Persontjenesten's tokens are asked for with.",
  },
  {
    name: "VARDE_ENHETSREGISTERET_URL",
    group: "Outside registers",
    meaning:
      "The address of the register of businesses: https://data.brreg.no/enhetsregisteret/api. Without it, it is not asked.",
  },
];
