/** Days an account may live, before somebody must look at it again. */
export const LIVES = [30, 90, 180, 365, 730] as const;

/** A service account while somebody writes it. */
export interface AccountDraft {
  readonly name: string;
  readonly clientId: string;
  readonly contact: string;
  readonly scopes: readonly string[];
  readonly days: number;
  readonly publicKey: string;
}

export const EMPTY_ACCOUNT: AccountDraft = {
  name: "",
  clientId: "",
  contact: "",
  scopes: [],
  days: 365,
  publicKey: "",
};

/** Whether what this browser kept is such a draft. */
export function isAccountDraft(content: unknown): content is AccountDraft {
  if (typeof content !== "object" || content === null) return false;
  const given = content as Record<string, unknown>;
  return Object.entries(EMPTY_ACCOUNT).every(([name, empty]) =>
    Array.isArray(empty) ? Array.isArray(given[name]) : typeof given[name] === typeof empty,
  );
}

type AccountErrors = Readonly<Partial<Record<"name" | "clientId" | "contact" | "scopes", true>>>;

/** What is sent, or which fields must be mended first. */
export function readAccount(draft: AccountDraft) {
  const [name, clientId, contact, publicKey] = [
    draft.name.trim(),
    draft.clientId.trim(),
    draft.contact.trim(),
    draft.publicKey.trim(),
  ];
  const errors: AccountErrors = {
    ...(name.length < 2 && { name: true }),
    ...(!/^[a-z][a-z0-9-]{2,59}$/.test(clientId) && { clientId: true }),
    ...(contact.length < 3 && { contact: true }),
    ...(draft.scopes.length === 0 && { scopes: true }),
  };
  if (Object.keys(errors).length > 0) return { errors };
  const { scopes, days } = draft;
  const body = { name, clientId, contact, scopes: [...scopes], days, ...(publicKey !== "" && { publicKey }) };
  return { errors, body };
}
