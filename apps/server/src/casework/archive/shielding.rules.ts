/** Who may not read, and by which law. */
export interface Shielding {
  /** Code of the restriction in the archive's own list. */
  readonly code: string;
  readonly name: string;
  readonly law: string;
  /** Metadata that must not be shown in public journals, named as Noark 5 names them. */
  readonly metadata: readonly string[];
}

/**
 * Every case is about one professional's fitness and rests on what authorities hold in confidence: the duty of secrecy
 * of the supervisory authority (forvaltningsloven § 13, helsepersonelloven § 21) excepts it from access under
 * offentleglova § 13 first paragraph.
 */
export const CASE_SHIELDING: Shielding = {
  code: "13",
  name: "Unntatt offentlighet: taushetsplikt",
  law: "offentleglova § 13 første ledd, jf. forvaltningsloven § 13 første ledd nr. 1 og helsepersonelloven § 21",
  metadata: ["tittel", "part", "korrespondansepart"],
};

/** Stands in public titles for what is shielded, as is the custom of public journals. */
export const SHIELDED_WORD = "*****";
