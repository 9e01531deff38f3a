import { type SweepsView, type SweepView, sweepRoutes } from "@varde/contract/sweeps";
import { useRead } from "../../platform/api/read.ts";
import { useWrite } from "../../platform/api/write.ts";
import { useFormats } from "../../platform/formats/use-formats.ts";
import { useMessages } from "../../platform/i18n/language.tsx";
import { Button } from "../../ui/controls/button.tsx";
import { Loaded } from "../../ui/feedback/loaded.tsx";
import { Notice } from "../../ui/feedback/notice.tsx";
import { ProblemNotice } from "../../ui/feedback/problem-notice.tsx";
import { Mark } from "../../ui/figures/mark.tsx";
import { ShareBar } from "../../ui/figures/share-bar.tsx";
import { Age } from "../../ui/figures/time.tsx";
import { Panel } from "../../ui/layout/panel.tsx";
import { Stack } from "../../ui/layout/stack.tsx";
import { Table } from "../../ui/table/plain-table.tsx";
import { monitoringMessages } from "./monitoring-messages.ts";

/** How far holding the alerts against the register has come, with the way to let it wait and go on. */
export function Sweeps() {
  const t = useMessages(monitoringMessages);
  const read = useRead(sweepRoutes.getSweeps);
  return (
    <Panel title={t("sweeps")} aside={read.data && <PauseOrResume paused={read.data.paused !== null} />}>
      <Loaded read={read}>{(view) => <SweepList {...view} />}</Loaded>
    </Panel>
  );
}

function PauseOrResume({ paused }: { paused: boolean }) {
  const t = useMessages(monitoringMessages);
  const pause = useWrite(sweepRoutes.pauseSweeps);
  const resume = useWrite(sweepRoutes.resumeSweeps);
  const act = paused ? resume : pause;
  return (
    <>
      {act.error && <ProblemNotice error={act.error} />}
      <Button loading={act.isPending} onClick={() => act.mutate()}>
        {paused ? t("resumeSweeps") : t("pauseSweeps")}
      </Button>
    </>
  );
}

function SweepList({ paused, sweeps }: SweepsView) {
  const t = useMessages(monitoringMessages);
  const formats = useFormats();
  return (
    <Stack>
      {paused && (
        <Notice tone="warning">
          {t("sweepsPaused", { by: paused.by, at: formats.dateTime(paused.at) })}
        </Notice>
      )}
      {sweeps.length === 0 ? (
        <p className="quiet">{t("noSweeps")}</p>
      ) : (
        <Table
          caption={t("sweeps")}
          head={[t("sweepCause"), t("state"), t("sweepDone"), t("sweepDiffering"), t("started")]}
          numeric={[3, 4]}
          rows={sweeps.slice(0, SHOWN).map((sweep) => ({
            key: sweep.id,
            cells: [
              t(`sweepCause.${sweep.cause}`),
              <SweepMark key="state" sweep={sweep} waits={paused !== null} />,
              <ShareBar
                key="done"
                share={sweep.total === 0 ? 1 : sweep.done / sweep.total}
                text={t("sweepOf", {
                  done: formats.number(sweep.done),
                  total: formats.number(sweep.total),
                })}
              />,
              formats.number(sweep.differing),
              <Age key="started" at={sweep.startedAt} />,
            ],
          }))}
        />
      )}
    </Stack>
  );
}

const SHOWN = 8;

function SweepMark({ sweep: { state }, waits }: { sweep: SweepView; waits: boolean }) {
  const t = useMessages(monitoringMessages);
  if (state === "done") return <Mark tone="good">{t("sweepState.done")}</Mark>;
  return (
    <Mark tone={waits ? "warn" : "neutral"}>{t(waits ? "sweepState.waiting" : "sweepState.running")}</Mark>
  );
}
