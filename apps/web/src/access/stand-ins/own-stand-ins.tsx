import { standingRoutes } from "@varde/contract/standing";
import { useState } from "react";
import { useRead } from "../../platform/api/read.ts";
import { useMessages } from "../../platform/i18n/language.tsx";
import { useShortcut } from "../../platform/keyboard/keyboard.tsx";
import { Button } from "../../ui/controls/button.tsx";
import { Loaded } from "../../ui/feedback/loaded.tsx";
import { Panel } from "../../ui/layout/panel.tsx";
import { useMe } from "../me.ts";
import { AppointDialog } from "./appoint-dialog.tsx";
import { standInMessages } from "./stand-in-messages.ts";
import { StandInTable } from "./stand-in-table.tsx";

/** Who acts in the reader's place, and in whose place the reader acts; giving a stand-in. */
export function OwnStandIns() {
  const t = useMessages(standInMessages);
  const { person } = useMe();
  const read = useRead(standingRoutes.listStandIns, { query: { person: person.id } });
  const [appointing, appoint] = useState(false);
  useShortcut("n", t("give"), () => appoint(true));
  return (
    <Panel
      title={t("title")}
      aside={
        <Button kind="primary" onClick={() => appoint(true)}>
          {t("give")}
        </Button>
      }
    >
      <Loaded read={read}>
        {({ standIns }) => <StandInTable standIns={standIns} empty={<p className="quiet">{t("noOwn")}</p>} />}
      </Loaded>
      {appointing && <AppointDialog own onClose={() => appoint(false)} />}
    </Panel>
  );
}
