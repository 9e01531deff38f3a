import { type RegisterLoad, registerRoutes } from "@varde/contract/registers";
import { useState } from "react";
import { useRead } from "../../platform/api/read.ts";
import { useFormats } from "../../platform/formats/use-formats.ts";
import { useMessages } from "../../platform/i18n/language.tsx";
import { Dialog } from "../../ui/controls/dialog.tsx";
import { TextButton } from "../../ui/controls/text-button.tsx";
import { Empty } from "../../ui/feedback/empty.tsx";
import { Loaded } from "../../ui/feedback/loaded.tsx";
import { Figure, Figures } from "../../ui/figures/figure.tsx";
import { Mark, type Tone } from "../../ui/figures/mark.tsx";
import { Age, Instant } from "../../ui/figures/time.tsx";
import { Page } from "../../ui/layout/page.tsx";
import { Panel } from "../../ui/layout/panel.tsx";
import { Table } from "../../ui/table/plain-table.tsx";
import { useDoer } from "../terms/index.ts";
import { registerMessages } from "./register-messages.ts";

const LOOK: Record<RegisterLoad["state"], readonly [Tone, string]> = {
  running: ["accent", "…"],
  done: ["good", "✓"],
  stopped: ["warn", "■"],
  failed: ["bad", "✕"],
};

/** The mirror of the register of health personnel: its size, its age and how it was loaded. */
export function RegistersPage() {
  const t = useMessages(registerMessages);
  const formats = useFormats();
  const read = useRead(registerRoutes.getRegister);
  const [broken, showBroken] = useState<RegisterLoad>();
  return (
    <Page title={t("title")} lead={t("lead")}>
      <Loaded read={read}>
        {({ people, loads }) => {
          const newest = loads.find((load) => load.finishedAt !== null)?.finishedAt;
          return (
            <>
              <Figures>
                <Figure label={t("people")} value={formats.number(people)} />
                <Figure label={t("newest")} value={newest ? <Age at={newest} /> : t("never")} />
              </Figures>
              <Panel flush title={t("loads")}>
                {loads.length === 0 ? (
                  <Empty title={t("empty")}>{t("emptyText")}</Empty>
                ) : (
                  <Loads loads={loads} onBroken={showBroken} />
                )}
              </Panel>
            </>
          );
        }}
      </Loaded>
      {broken && <BrokenLines load={broken} onClose={() => showBroken(undefined)} />}
    </Page>
  );
}

const COUNTS = [
  "lines",
  "added",
  "changed",
  "unchanged",
  "removed",
] as const satisfies readonly (keyof RegisterLoad)[];

function Loads({
  loads,
  onBroken,
}: {
  loads: readonly RegisterLoad[];
  onBroken: (load: RegisterLoad) => void;
}) {
  const t = useMessages(registerMessages);
  const formats = useFormats();
  const doerOf = useDoer();
  return (
    <Table
      caption={t("loads")}
      head={[t("file"), t("state"), t("started"), t("by"), ...COUNTS.map((count) => t(count)), t("broken")]}
      numeric={[4, 5, 6, 7, 8, 9]}
      rows={loads.map((load) => {
        const [tone, symbol] = LOOK[load.state];
        return {
          key: load.id,
          mark: load.state === "failed" ? "bad" : load.broken > 0 ? "warn" : undefined,
          cells: [
            <>
              <strong>{load.fileName}</strong> <span className="quiet">{t(`kind.${load.kind}`)}</span>
            </>,
            <>
              <Mark tone={tone} symbol={symbol}>
                {t(`state.${load.state}`)}
              </Mark>{" "}
              {load.failure && (t.find(`failure.${load.failure}`) ?? load.failure)}{" "}
              {load.heldBack > 0 && t("heldBack", { count: load.heldBack })}
            </>,
            <Instant key="started" at={load.startedAt} />,
            doerOf(load),
            ...COUNTS.map((count) => formats.number(load[count])),
            load.broken === 0 ? (
              formats.number(0)
            ) : (
              <TextButton
                key="broken"
                aria-label={t("showBroken", { count: load.broken })}
                onClick={() => onBroken(load)}
              >
                {formats.number(load.broken)}
              </TextButton>
            ),
          ],
        };
      })}
    />
  );
}

function BrokenLines({ load, onClose }: { load: RegisterLoad; onClose: () => void }) {
  const t = useMessages(registerMessages);
  const formats = useFormats();
  const read = useRead(registerRoutes.listBrokenLines, { params: { id: load.id } });
  return (
    <Dialog wide title={t("brokenOf", { file: load.fileName })} onClose={onClose}>
      <Loaded read={read}>
        {({ lines }) => (
          <Table
            caption={t("brokenLines")}
            head={[t("line"), t("code"), t("problem")]}
            numeric={[0]}
            rows={lines.map(({ line, code, message }) => ({
              key: line,
              cells: [formats.number(line), <code key="code">{code}</code>, message],
            }))}
          />
        )}
      </Loaded>
    </Dialog>
  );
}
