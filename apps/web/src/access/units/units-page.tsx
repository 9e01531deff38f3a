import { type Colleague, standingRoutes, type UnitView } from "@varde/contract/standing";
import { useState } from "react";
import { useRead } from "../../platform/api/read.ts";
import { useLanguage, useMessages } from "../../platform/i18n/language.tsx";
import { useShortcut } from "../../platform/keyboard/keyboard.tsx";
import { Button } from "../../ui/controls/button.tsx";
import { Empty } from "../../ui/feedback/empty.tsx";
import { Loaded } from "../../ui/feedback/loaded.tsx";
import { Mark } from "../../ui/figures/mark.tsx";
import { Page } from "../../ui/layout/page.tsx";
import { Panel } from "../../ui/layout/panel.tsx";
import { Stack } from "../../ui/layout/stack.tsx";
import { Table } from "../../ui/table/plain-table.tsx";
import { accessMessages } from "../access-messages.ts";
import { AccessTabs } from "../access-tabs.tsx";
import { MembershipDialog } from "./membership-dialog.tsx";
import { UnitDialog } from "./unit-dialog.tsx";
import { unitMessages } from "./unit-messages.ts";
import { useUnitName } from "./use-unit-name.ts";

/** The units of the organisation, and who belongs to which. */
export function UnitsPage() {
  const t = useMessages(unitMessages);
  const units = useRead(standingRoutes.listUnits);
  const colleagues = useRead(standingRoutes.listColleagues);
  const [written, write] = useState<UnitView | "new">();
  useShortcut("n", t("add"), () => write("new"));
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      actions={
        <Button kind="primary" onClick={() => write("new")}>
          {t("add")}
        </Button>
      }
    >
      <AccessTabs />
      <Stack>
        <Panel flush title={t("units")}>
          <Loaded read={units}>
            {({ units: all }) => (
              <>
                {all.length === 0 ? (
                  <Empty title={t("noUnits")}>{t("noUnitsText")}</Empty>
                ) : (
                  <UnitTable units={all} onChange={write} />
                )}
                {written && (
                  <UnitDialog
                    units={all}
                    unit={written === "new" ? undefined : written}
                    onClose={() => write(undefined)}
                  />
                )}
              </>
            )}
          </Loaded>
        </Panel>
        <Panel flush title={t("members")}>
          <Loaded read={colleagues}>{(answer) => <Members colleagues={answer.colleagues} />}</Loaded>
        </Panel>
      </Stack>
    </Page>
  );
}

function UnitTable({ units, onChange }: { units: readonly UnitView[]; onChange: (unit: UnitView) => void }) {
  const t = useMessages(unitMessages);
  const { language } = useLanguage();
  const unitName = useUnitName();
  return (
    <Table
      caption={t("units")}
      head={[t("unit"), t("code"), t("parent"), t("members"), t("state"), t("change")]}
      acts={5}
      rows={units.map((unit) => ({
        key: unit.code,
        cells: [
          unit.name[language],
          <code key="code">{unit.code}</code>,
          unit.parent ? unitName(unit.parent) : t("top"),
          unit.members.map(({ name }) => name).join(", "),
          <Mark key="state" tone={unit.closed ? "neutral" : "good"}>
            {unit.closed ? t("closed") : t("open")}
          </Mark>,
          <Button
            key="change"
            aria-label={t("changeOf", { unit: unit.name[language] })}
            onClick={() => onChange(unit)}
          >
            {t("change")}
          </Button>,
        ],
      }))}
    />
  );
}

function Members({ colleagues }: { colleagues: readonly Colleague[] }) {
  const t = useMessages(unitMessages);
  const access = useMessages(accessMessages);
  const unitName = useUnitName();
  const [chosen, choose] = useState<Colleague>();
  return (
    <>
      <Table
        caption={t("members")}
        head={[t("person"), t("roles"), t("units"), t("why"), t("choose")]}
        acts={4}
        rows={colleagues.map((colleague) => ({
          key: colleague.id,
          cells: [
            colleague.name,
            colleague.roles.map((role) => access(`role.${role}`)).join(", "),
            colleague.units.map(unitName).join(", "),
            colleague.unitsChosen ? t("chosen") : t("fromRoles"),
            <Button
              key="choose"
              aria-label={t("chooseFor", { name: colleague.name })}
              onClick={() => choose(colleague)}
            >
              {t("choose")}
            </Button>,
          ],
        }))}
      />
      {chosen && <MembershipDialog colleague={chosen} onClose={() => choose(undefined)} />}
    </>
  );
}
