import { useSearch } from "@tanstack/react-router";
import { standingRoutes } from "@varde/contract/standing";
import { useState } from "react";
import { useRead } from "../../platform/api/read.ts";
import { useFormats } from "../../platform/formats/use-formats.ts";
import { useMessages } from "../../platform/i18n/language.tsx";
import { useShortcut } from "../../platform/keyboard/keyboard.tsx";
import { Button } from "../../ui/controls/button.tsx";
import { Empty } from "../../ui/feedback/empty.tsx";
import { Loaded } from "../../ui/feedback/loaded.tsx";
import { Page } from "../../ui/layout/page.tsx";
import { Panel } from "../../ui/layout/panel.tsx";
import { FilterBar } from "../../ui/table/filter-bar.tsx";
import { AccessTabs } from "../access-tabs.tsx";
import { AppointDialog } from "./appoint-dialog.tsx";
import { standInMessages } from "./stand-in-messages.ts";
import { StandInTable } from "./stand-in-table.tsx";

/** Who acts in whose place, for those who appoint stand-ins for others. */
export function StandInsPage() {
  const t = useMessages(standInMessages);
  const formats = useFormats();
  const { past = false } = useSearch({ from: "/shell/access/stand-ins" });
  const read = useRead(standingRoutes.listStandIns, { query: past ? { past: "true" } : {} });
  const [appointing, appoint] = useState(false);
  useShortcut("n", t("give"), () => appoint(true));
  const to = "/access/stand-ins";
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      actions={
        <Button kind="primary" onClick={() => appoint(true)}>
          {t("give")}
        </Button>
      }
    >
      <AccessTabs />
      <FilterBar
        label={t("filters")}
        writeNumber={formats.number}
        filters={[
          { key: "current", label: t("showCurrent"), chosen: !past, to: { to } },
          { key: "past", label: t("showPast"), chosen: past, to: { to, search: { past: true } } },
        ]}
      />
      <Panel flush>
        <Loaded read={read}>
          {({ standIns }) => (
            <StandInTable
              standIns={standIns}
              empty={<Empty title={t("emptyTitle")}>{t("emptyText")}</Empty>}
            />
          )}
        </Loaded>
      </Panel>
      {appointing && <AppointDialog onClose={() => appoint(false)} />}
    </Page>
  );
}
