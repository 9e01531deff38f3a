/** A mail server that cannot be used now. `code` is stable; `notAllowed` where only what was asked is refused. */
export class MailUnavailable extends Error {
  readonly code: "refused" | "notFound" | "login" | "tls" | "lost" | "notAllowed";
  constructor(code: MailUnavailable["code"], cause: unknown) {
    super(`The mail server cannot be used now (${code})`, { cause });
    this.name = "MailUnavailable";
    this.code = code;
  }
}

/** What a failed connection or call means, without anything secret. */
export function mailUnavailable(error: unknown): MailUnavailable {
  if (error instanceof MailUnavailable) return error;
  const { code, authenticationFailed, responseStatus } = error as {
    code?: string;
    authenticationFailed?: boolean;
    responseStatus?: string;
  };
  if (authenticationFailed) return new MailUnavailable("login", error);
  if (code === "ECONNREFUSED") return new MailUnavailable("refused", error);
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return new MailUnavailable("notFound", error);
  if (code && /TLS|CERT|SSL|SELF_SIGNED/.test(code)) return new MailUnavailable("tls", error);
  return new MailUnavailable(responseStatus === "NO" ? "notAllowed" : "lost", error);
}
