import { type StandingView, standingRoutes } from "@varde/contract/standing";
import { useRead } from "../../platform/api/read.ts";
import { useFormats } from "../../platform/formats/use-formats.ts";
import { useMessages } from "../../platform/i18n/language.tsx";
import { Loaded } from "../../ui/feedback/loaded.tsx";
import { Facts } from "../../ui/layout/facts.tsx";
import { Panel } from "../../ui/layout/panel.tsx";
import { accessMessages } from "../access-messages.ts";
import { useUnitName } from "../units/use-unit-name.ts";
import { accountMessages } from "./account-messages.ts";

/** What the reader may do, where, and in whose place. */
export function OwnStanding() {
  const t = useMessages(accountMessages);
  return (
    <Panel title={t("standing")}>
      <Loaded read={useRead(standingRoutes.getStanding)}>
        {(standing) => <StandingFacts standing={standing} />}
      </Loaded>
    </Panel>
  );
}

function StandingFacts({ standing }: { standing: StandingView }) {
  const t = useMessages(accountMessages);
  const access = useMessages(accessMessages);
  const formats = useFormats();
  const unitName = useUnitName();
  return (
    <Facts
      facts={[
        [t("roles"), standing.roles.map((role) => access(`role.${role}`)).join(", ") || t("noRole")],
        [t("units"), standing.units.map(unitName).join(", ") || t("noUnits")],
        [t("may"), standing.permissions.map((one) => access(`permission.${one}`)).join(", ")],
        [
          t("standsInFor"),
          standing.standsInFor
            .map(({ person, until }) =>
              t("standsInUntil", { name: person.name, until: formats.dateTime(until) }),
            )
            .join(", "),
        ],
        [t("excludedCases"), standing.excludedCases.join(", ")],
        [t("openedCases"), standing.openedCases.join(", ")],
      ]}
    />
  );
}
