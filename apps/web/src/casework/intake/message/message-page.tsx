import { useParams, useSearch } from "@tanstack/react-router";
import { intakeRoutes } from "@varde/contract/intake";
import { useRead } from "../../../platform/api/read.ts";
import { LoadedPage } from "../../../ui/layout/loaded-page.tsx";
import { MessageBody } from "./message-body.tsx";
import { useNeighbours } from "./use-neighbours.ts";

/** One message: the original beside what was read in it, and what can be done. */
export function MessagePage() {
  const { id } = useParams({ from: "/shell/intake/messages/$id" });
  const search = useSearch({ from: "/shell/intake/messages/$id" });
  const number = Number(id);
  const read = useRead(intakeRoutes.getMessage, { params: { id: number } });
  const neighbours = useNeighbours(number, search);
  return (
    <LoadedPage read={read}>
      {(view) => <MessageBody key={view.message.id} view={view} search={search} neighbours={neighbours} />}
    </LoadedPage>
  );
}
