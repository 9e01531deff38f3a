import { useParams } from "@tanstack/react-router";
import { identificationRoutes } from "@varde/contract/identification";
import { useRead } from "../../../platform/api/read.ts";
import { Loaded } from "../../../ui/feedback/loaded.tsx";
import { AlertBody } from "./alert-body.tsx";

/** One alert beside the people in the register it may be about, and the decision. */
export function AlertPage() {
  const { id } = useParams({ from: "/shell/alerts/$id" });
  const read = useRead(identificationRoutes.getAlert, { params: { id: Number(id) } });
  return <Loaded read={read}>{(view) => <AlertBody key={view.alert.id} view={view} />}</Loaded>;
}
