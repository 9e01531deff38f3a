import type { Problem } from "@varde/contract";
import { type ActRefusal, caseRoutes } from "@varde/contract/cases";
import { useCallback } from "react";
import { useRead } from "../../../platform/api/read.ts";
import { useLanguage } from "../../../platform/i18n/language.tsx";
import { useProblemText } from "../../../ui/feedback/problem-notice.tsx";
import { useCaseWords } from "../words/use-case-words.ts";

type Explained = Pick<ActRefusal, "code" | "params" | "law"> & { readonly sentence?: string | null };

/** Says why an act is refused: in the procedure's words where it is the procedure's refusal, else in those of the pages. */
export function useRefusalText(): (refusal: Explained | Problem) => {
  text: string;
  advice?: string | undefined;
} {
  const { language } = useLanguage();
  const { data } = useRead(caseRoutes.getCaseWords, { query: { language } });
  const { value } = useCaseWords();
  const problem = useProblemText();
  return useCallback(
    (refusal) => {
      const { code, params = {}, law } = refusal;
      const known = data?.refusals[`${code}.${params.reason}`] ?? data?.refusals[code];
      const inWords = (given: string | number | undefined) =>
        given === undefined ? "–" : String(given).split(", ").map(value).join(", ");
      const sentence =
        ("sentence" in refusal && refusal.sentence) ||
        known?.replace(/\{(\w+)\}/g, (_mark, name: string) => inWords(params[name]));
      if (!sentence) return problem({ code, params, law });
      return { text: law ? `${sentence} (${law})` : sentence };
    },
    [data, value, problem],
  );
}
