import { useParams } from "@tanstack/react-router";
import { caseRoutes } from "@varde/contract/cases";
import { useRead } from "../../../platform/api/read.ts";
import { LoadedPage } from "../../../ui/layout/loaded-page.tsx";
import { Page } from "../../../ui/layout/page.tsx";
import { useCaseWords } from "../words/use-case-words.ts";

/** One case. */
export function CasePage() {
  const { id } = useParams({ from: "/shell/cases/$id" });
  const read = useRead(caseRoutes.getCase, { params: { id: Number(id) } });
  const words = useCaseWords();
  return (
    <LoadedPage read={read}>
      {(view) => <Page title={`${view.case.number} ${words.stage(view.case.stage)}`}>{null}</Page>}
    </LoadedPage>
  );
}
