import type { AuditActor, AuditObject } from "@varde/contract/audit";
import { useMemo } from "react";
import { useMessages } from "../../platform/i18n/language.tsx";
import { auditMessages } from "../audit-messages.ts";
import { actWords } from "./act-words.ts";

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
  return useMemo(() => {
    const type = (code: string) => t.find(`type.${code}`) ?? code;
    return {
      act: (act) => acts.find(act) ?? act,
      actor: ({ kind, name, id }) =>
        kind === "person"
          ? name || (id ?? "")
          : t("actor", { kind: t(`actor.${kind}`), name: name || (id ?? "") }),
      type,
      object: ({ type: code, id }) =>
        t("object", { type: type(code), id: id.length > 12 ? `${id.slice(0, 8)} …` : id }),
    };
  }, [t, acts]);
}
