import { Link } from "@tanstack/react-router";
import type { AlertRow } from "@varde/contract/identification";
import { useFormats } from "../../../platform/formats/use-formats.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Age } from "../../../ui/figures/time.tsx";
import { Panel } from "../../../ui/layout/panel.tsx";
import { Row, Stack } from "../../../ui/layout/stack.tsx";
import { IdentityMark, useFieldText } from "../../terms/index.ts";
import { identificationMessages } from "../identification-messages.ts";

/** Other alerts about the same person; nothing where there are none. */
export function SamePerson({ alerts }: { alerts: readonly AlertRow[] }) {
  const t = useMessages(identificationMessages);
  if (alerts.length === 0) return null;
  return (
    <Panel title={t("samePerson")}>
      <AlertLines alerts={alerts} />
    </Panel>
  );
}

/** Alerts as short lines that lead to them. */
export function AlertLines({ alerts }: { alerts: readonly AlertRow[] }) {
  const t = useMessages(identificationMessages);
  const formats = useFormats();
  const text = useFieldText();
  return (
    <Stack tight>
      {alerts.map((alert) => (
        <Row key={alert.id}>
          <Link to="/alerts/$id" params={{ id: String(alert.id) }}>
            {alert.alertNumber ?? t("noName")}
          </Link>
          <span>
            {[
              alert.sendingCountry && formats.country(alert.sendingCountry),
              alert.profession && text("profession", alert.profession),
            ]
              .filter(Boolean)
              .join(", ")}
          </span>
          <IdentityMark alert={alert} />
          <span className="quiet">
            <Age at={alert.receivedAt} />
          </span>
        </Row>
      ))}
    </Stack>
  );
}
