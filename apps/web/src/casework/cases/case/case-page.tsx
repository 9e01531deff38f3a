import { useParams } from "@tanstack/react-router";
import { caseRoutes } from "@varde/contract/cases";
import { useRead } from "../../../platform/api/read.ts";
import { LoadedPage } from "../../../ui/layout/loaded-page.tsx";
import { ActsProvider } from "../acts/acts-provider.tsx";
import { CaseBody } from "./case-body.tsx";

/** One case: what is to be done, what stands in the way, and everything in it. */
export function CasePage() {
  const { id } = useParams({ from: "/shell/cases/$id" });
  const read = useRead(caseRoutes.getCase, { params: { id: Number(id) } });
  return (
    <LoadedPage read={read}>
      {(view) => (
        <ActsProvider key={view.case.id} view={view}>
          <CaseBody />
        </ActsProvider>
      )}
    </LoadedPage>
  );
}
