/**
 * A case as an archive takes it: one model that both Fiks Arkiv messages and the Noark 5 deposit are built from.
 * Instants are ISO 8601 in UTC; days are calendar days in Norway. Words are bokmål, as archives in Norway are kept.
 */
export interface ArchivedCase {
  /** The case number: 2026-0001. */
  readonly number: string;
  readonly year: number;
  readonly ordinal: number;
  readonly title: string;
  /** The title with what is confidential left out. */
  readonly publicTitle: string;
  readonly openedAt: string;
  readonly openedBy: string;
  /** Nothing while the case is open. */
  readonly closed: { readonly at: string; readonly by: string } | null;
  readonly unit: string;
  readonly responsible: string;
  /** Whom the case is about. */
  readonly party: { readonly hprNumber: string; readonly name: string };
  readonly remarks: readonly ArchivedRemark[];
  /** Changes of what the archive says about the case, oldest first. */
  readonly changes: readonly ArchivedChange[];
  /** In the order they came about. */
  readonly posts: readonly ArchivedPost[];
}

/** A note officers wrote in the case. `key` names it within the case. */
export interface ArchivedRemark {
  readonly key: string;
  readonly text: string;
  readonly at: string;
  readonly by: string;
}

/** What was changed, named as Noark 5 names the metadata. */
export interface ArchivedChange {
  readonly element: "saksstatus" | "administrativEnhet" | "saksansvarlig";
  readonly from: string;
  readonly to: string;
  readonly at: string;
  readonly by: string;
}

export type PostDirection = "incoming" | "outgoing" | "internal";

/** Something received, sent or written in the case. `key` names it within the case and never changes. */
export interface ArchivedPost {
  readonly key: string;
  readonly direction: PostDirection;
  readonly title: string;
  readonly publicTitle: string;
  readonly at: string;
  readonly by: string;
  /** The day of the document: received on, sent on, or written on. */
  readonly documentDate: string;
  /** Sender of what came, receiver of what was sent; nobody for what was written for the case itself. */
  readonly correspondent: Correspondent | null;
  /** At least one; the first is the main document. */
  readonly documents: readonly ArchivedDocument[];
}

export interface Correspondent {
  readonly name: string;
  /** ISO 3166 alpha-2; nothing where it is not known. */
  readonly country: string | null;
  readonly isPerson: boolean;
}

/** A document: one file. `key` names it within its post. */
export interface ArchivedDocument {
  readonly key: string;
  readonly title: string;
  readonly kind: "message" | "letter" | "decision" | "note" | "attachment";
  readonly at: string;
  readonly by: string;
  readonly file: ArchivedFile;
}

/** A file by its bytes: `text` is what it holds where it is written for the archive, else it is kept as an original. */
export interface ArchivedFile {
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: string;
  /** As whoever made it called it. */
  readonly fileName: string;
  readonly text: string | null;
}
