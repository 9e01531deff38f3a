import { useLocation } from "@tanstack/react-router";
import { useFormats } from "../platform/formats/use-formats.ts";
import { useMessages } from "../platform/i18n/language.tsx";
import { FilterBar } from "../ui/table/filter-bar.tsx";
import { auditMessages } from "./audit-messages.ts";

const PLACES = [
  { name: "log", to: "/audit" },
  { name: "lookers", to: "/audit/lookers" },
  { name: "anomalies", to: "/audit/anomalies" },
  { name: "chain", to: "/audit/chain" },
] as const;

/** The ways to look at the audit log, beside each other. */
export function AuditTabs() {
  const t = useMessages(auditMessages);
  const formats = useFormats();
  const { pathname } = useLocation();
  return (
    <FilterBar
      label={t("places")}
      writeNumber={formats.number}
      filters={PLACES.map(({ name, to }) => ({
        key: name,
        label: t(`place.${name}`),
        chosen: pathname === to,
        to: { to },
      }))}
    />
  );
}
