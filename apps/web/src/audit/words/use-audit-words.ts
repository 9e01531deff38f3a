import type { AuditActor, AuditObject } from "@varde/contract/audit";
import { caseRoutes } from "@varde/contract/cases";
import { standingRoutes } from "@varde/contract/standing";
import { useMemo } from "react";
import { useRead } from "../../platform/api/read.ts";
import { useLanguage, useMessages } from "../../platform/i18n/language.tsx";
import { auditMessages } from "../audit-messages.ts";
import { actWords } from "./act-words.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The log's codes in the reader's language; an unknown code stands for itself. */
export interface AuditWords {
  readonly act: (act: string) => string;
  readonly actor: (actor: AuditActor) => string;
  readonly type: (type: string) => string;
  readonly object: (object: AuditObject) => string;
}

/** Says acts, actors and objects of the log in words. */
export function useAuditWords(): AuditWords {
  const t = useMessages(auditMessages);
  const acts = useMessages(actWords);
  const { language } = useLanguage();
  const colleagues = useRead(standingRoutes.listColleagues).data?.colleagues;
  // Acts on a case have the procedure's own words.
  const procedure = useRead(caseRoutes.getCaseWords, { query: { language } }).data?.acts;
  return useMemo(() => {
    const type = (code: string) => t.find(`type.${code}`) ?? code;
    return {
      act: (act) => acts.find(act) ?? procedure?.[act]?.name ?? act,
      actor: ({ kind, name, id }) =>
        kind === "person"
          ? name || (id ?? "")
          : t("actor", { kind: t(`actor.${kind}`), name: name || (id ?? "") }),
      type,
      object: ({ type: code, id }) => {
        const name = colleagues?.find((one) => one.id === id)?.name;
        return t("object", { type: type(code), id: name ?? (UUID.test(id) ? `${id.slice(0, 8)} …` : id) });
      },
    };
  }, [t, acts, procedure, colleagues]);
}
