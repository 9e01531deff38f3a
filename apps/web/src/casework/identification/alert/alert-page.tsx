import { useParams } from "@tanstack/react-router";
import { identificationRoutes } from "@varde/contract/identification";
import { useRead } from "../../../platform/api/read.ts";
import { LoadedPage } from "../../../ui/layout/loaded-page.tsx";
import { AlertBody } from "./alert-body.tsx";

/** One alert beside the people in the register it may be about, and the decision. */
export function AlertPage() {
  const { id } = useParams({ from: "/shell/alerts/$id" });
  const read = useRead(identificationRoutes.getAlert, { params: { id: Number(id) } });
  return <LoadedPage read={read}>{(view) => <AlertBody key={view.alert.id} view={view} />}</LoadedPage>;
}
