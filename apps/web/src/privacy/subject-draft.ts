import { type DataSubject, dataSubject } from "@varde/contract/privacy";
import { readDateEntry } from "../platform/formats/date-entry.ts";

/** The ways to say whom a report is about. */
export const FOUND_BY = ["hprNumber", "nationalId", "name"] as const;
export type FoundBy = (typeof FOUND_BY)[number];

/** Characters a purpose has at least. */
export const SHORTEST_PURPOSE = 10;

/** Whom a report is about and why, while somebody writes it; everything is text as written. */
export interface SubjectDraft {
  readonly foundBy: FoundBy;
  readonly hprNumber: string;
  readonly nationalId: string;
  readonly surname: string;
  readonly forename: string;
  readonly birthDate: string;
  readonly purpose: string;
}

export const EMPTY_SUBJECT: SubjectDraft = {
  foundBy: "hprNumber",
  hprNumber: "",
  nationalId: "",
  surname: "",
  forename: "",
  birthDate: "",
  purpose: "",
};

/** Whether what this browser kept is such a draft. */
export function isSubjectDraft(content: unknown): content is SubjectDraft {
  if (typeof content !== "object" || content === null) return false;
  const given = content as Record<string, unknown>;
  return (
    FOUND_BY.some((one) => one === given.foundBy) &&
    Object.keys(EMPTY_SUBJECT).every((name) => typeof given[name] === "string")
  );
}

export type SubjectErrors = Readonly<
  Partial<
    Record<
      "hprNumber" | "nationalId" | "surname" | "forename" | "birthDate" | "purpose",
      "number" | "nationalId" | "missing" | "date" | "purpose"
    >
  >
>;

/** What is asked for, or what must be mended first. */
export function readSubject(draft: SubjectDraft): {
  readonly errors: SubjectErrors;
  readonly subject?: DataSubject;
} {
  const birthDate = readDateEntry(draft.birthDate, { partial: true });
  const [surname, forename, nationalId] = [draft.surname, draft.forename, draft.nationalId].map((text) =>
    text.trim(),
  );
  const hprNumber = Number(draft.hprNumber.replaceAll(/\s/g, ""));
  const ofSubject: Readonly<Record<FoundBy, SubjectErrors>> = {
    hprNumber: Number.isSafeInteger(hprNumber) && hprNumber > 0 ? {} : { hprNumber: "number" },
    nationalId: (nationalId?.length ?? 0) >= 4 ? {} : { nationalId: "nationalId" },
    name: {
      ...(!surname && { surname: "missing" }),
      ...(!forename && { forename: "missing" }),
      ...(birthDate === undefined && { birthDate: "date" }),
    },
  };
  const errors: SubjectErrors = {
    ...ofSubject[draft.foundBy],
    ...(draft.purpose.trim().length < SHORTEST_PURPOSE && { purpose: "purpose" }),
  };
  if (Object.keys(errors).length > 0) return { errors };
  const asked = {
    hprNumber: { hprNumber },
    nationalId: { nationalId },
    name: { surname, forename, birthDate },
  };
  return { errors, subject: dataSubject.parse(asked[draft.foundBy]) };
}
