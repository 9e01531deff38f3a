import { useQueryClient } from "@tanstack/react-query";
import { type CaseView, caseRoutes } from "@varde/contract/cases";
import { useCallback } from "react";
import { readOptions } from "../../../platform/api/read.ts";

/** Shows at once the case an act answered with, so that the next act is prepared on how it stands now. */
export function useKeepCase(): (view: CaseView) => void {
  const queries = useQueryClient();
  return useCallback(
    (view) => {
      const { queryKey } = readOptions(caseRoutes.getCase, { params: { id: view.case.id } });
      queries.setQueryData(queryKey, view);
    },
    [queries],
  );
}
