/** A mail server that cannot be used now. `code` is stable: refused, notFound, login, tls, lost. */
export class MailUnavailable extends Error {
  readonly code: "refused" | "notFound" | "login" | "tls" | "lost";
  constructor(code: MailUnavailable["code"], cause: unknown) {
    super(`The mail server cannot be used now (${code})`, { cause });
    this.name = "MailUnavailable";
    this.code = code;
  }
}

/** What a failed connection or call means, without anything secret. */
export function mailUnavailable(error: unknown): MailUnavailable {
  if (error instanceof MailUnavailable) return error;
  const { code, authenticationFailed } = error as { code?: string; authenticationFailed?: boolean };
  if (authenticationFailed) return new MailUnavailable("login", error);
  if (code === "ECONNREFUSED") return new MailUnavailable("refused", error);
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return new MailUnavailable("notFound", error);
  if (code && /TLS|CERT|SSL|SELF_SIGNED/.test(code)) return new MailUnavailable("tls", error);
  return new MailUnavailable("lost", error);
}
