import { type StandInView, standingRoutes } from "@varde/contract/standing";
import type { ReactNode } from "react";
import { useWrite } from "../../platform/api/write.ts";
import { lastDayBefore } from "../../platform/formats/day-start.ts";
import { useFormats } from "../../platform/formats/use-formats.ts";
import { useMessages } from "../../platform/i18n/language.tsx";
import { Button } from "../../ui/controls/button.tsx";
import { ProblemNotice } from "../../ui/feedback/problem-notice.tsx";
import { useToast } from "../../ui/feedback/toasts.tsx";
import { Mark, type Tone } from "../../ui/figures/mark.tsx";
import { Stack } from "../../ui/layout/stack.tsx";
import { Table } from "../../ui/table/plain-table.tsx";
import { accessMessages } from "../access-messages.ts";
import { useUnitName } from "../units/use-unit-name.ts";
import { standInMessages } from "./stand-in-messages.ts";

const TONE: Readonly<Record<StandInView["state"], Tone>> = {
  ahead: "neutral",
  running: "accent",
  over: "neutral",
  ended: "neutral",
};

interface StandInTableProps {
  standIns: readonly StandInView[];
  /** Shown where there is none. */
  empty: ReactNode;
}

/** Who acts in whose place, when and with which limits, with the way to end it. */
export function StandInTable({ standIns, empty }: StandInTableProps) {
  const t = useMessages(standInMessages);
  const formats = useFormats();
  const say = useToast();
  const end = useWrite(standingRoutes.endStandIn);
  if (standIns.length === 0) return empty;
  return (
    <Stack>
      {end.error && <ProblemNotice error={end.error} />}
      <Table
        caption={t("title")}
        head={[t("absent"), t("standIn"), t("period"), t("state"), t("limits"), t("reason"), t("end")]}
        acts={6}
        rows={standIns.map((one) => ({
          key: one.id,
          cells: [
            one.absent.name,
            one.standIn.name,
            t("fromTo", { from: formats.date(one.from), to: formats.date(lastDayBefore(one.until)) }),
            <Mark key="state" tone={TONE[one.state]}>
              {t(`state.${one.state}`)}
            </Mark>,
            <Limits key="limits" standIn={one} />,
            one.reason,
            one.mayEnd && (
              <Button
                key="end"
                aria-label={t("endOf", { name: one.standIn.name })}
                loading={end.isPending && end.variables.params.id === one.id}
                onClick={() => end.mutate({ params: { id: one.id } }, { onSuccess: () => say(t("ended")) })}
              >
                {t("end")}
              </Button>
            ),
          ],
        }))}
      />
    </Stack>
  );
}

function Limits({ standIn: { permissions, units } }: { standIn: StandInView }) {
  const t = useMessages(standInMessages);
  const access = useMessages(accessMessages);
  const unitName = useUnitName();
  if (!permissions && !units) return <span className="quiet">{t("noLimits")}</span>;
  return [
    ...(permissions ? [permissions.map((one) => access(`permission.${one}`)).join(", ")] : []),
    ...(units ? [units.map(unitName).join(", ")] : []),
  ].join(" · ");
}
