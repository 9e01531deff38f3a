import { CASE_STAGES, type Portfolio } from "@varde/contract";
import { useFormats } from "../../platform/formats/use-formats.ts";
import { useLanguage, useMessages } from "../../platform/i18n/language.tsx";
import { Figure, Figures } from "../../ui/figures/figure.tsx";
import { Ranking } from "../../ui/figures/ranking.tsx";
import { Panel } from "../../ui/layout/panel.tsx";
import { Columns, Stack } from "../../ui/layout/stack.tsx";
import { Table } from "../../ui/table/plain-table.tsx";
import { professions, termMessages } from "../terms/index.ts";
import { portfolioMessages } from "./portfolio-messages.ts";

interface PictureProps {
  portfolio: Portfolio;
  isNow: boolean;
}

/** How the work on cases stands: figures, where the cases are, whom they wait for and who has them. */
export function CasePicture(props: PictureProps) {
  const { portfolio } = props;
  return (
    <Stack>
      <CaseFigures {...props} />
      <Columns size="large">
        <StagePanel portfolio={portfolio} />
        <WaitingPanel portfolio={portfolio} />
        <TimePanel portfolio={portfolio} />
        <WorkPanel portfolio={portfolio} />
      </Columns>
      <BreakdownPanels portfolio={portfolio} />
    </Stack>
  );
}

function CaseFigures({ portfolio, isNow }: PictureProps) {
  const t = useMessages(portfolioMessages);
  const formats = useFormats();
  const { overdue, unassigned } = portfolio.caseWork;
  const link = (list: "all" | "overdue" | "unassigned" | "closed") =>
    isNow ? { to: { to: "/cases", search: { list } } as const } : {};
  return (
    <section aria-label={t("cases")}>
      <Figures>
        <Figure label={t("casesTotal")} value={formats.number(portfolio.cases)} />
        <Figure label={t("casesOpen")} value={formats.number(portfolio.open)} {...link("all")} />
        <Figure
          label={t("casesOverdue")}
          value={formats.number(overdue)}
          tone={overdue > 0 ? "warn" : "good"}
          {...link("overdue")}
        />
        <Figure label={t("casesUnassigned")} value={formats.number(unassigned)} {...link("unassigned")} />
        <Figure
          label={t("casesClosed")}
          value={formats.number(portfolio.closed)}
          note={t("casesWithReaction", { count: portfolio.closedWithReaction })}
          {...link("closed")}
        />
        <Figure label={t("casesReopened")} value={formats.number(portfolio.reopened)} />
        <Figure
          label={t("casesMedia")}
          value={formats.number(portfolio.mediaCases)}
          note={t("casesMediaClosed", { count: portfolio.mediaCasesClosed })}
        />
      </Figures>
    </section>
  );
}

function StagePanel({ portfolio: { byStage } }: { portfolio: Portfolio }) {
  const t = useMessages(portfolioMessages);
  const formats = useFormats();
  const open = CASE_STAGES.filter((stage) => stage !== "closed");
  return (
    <Panel title={t("byStage")}>
      <Ranking
        rows={open.map((stage) => ({ key: stage, label: t(`stage.${stage}`), count: byStage[stage] }))}
        writeNumber={formats.number}
        nothing={t("nothing")}
      />
    </Panel>
  );
}

function WaitingPanel({ portfolio: { caseWork } }: { portfolio: Portfolio }) {
  const t = useMessages(portfolioMessages);
  const formats = useFormats();
  return (
    <Panel title={t("waitingFor")}>
      {caseWork.waiting.length === 0 ? (
        <p className="quiet">{t("nothing")}</p>
      ) : (
        <Table
          caption={t("waitingFor")}
          head={[t("awaited"), t("casesColumn"), t("halfWithin"), t("longestSince")]}
          numeric={[1, 2, 3]}
          rows={caseWork.waiting.map(({ key, count, medianDays, since }) => ({
            key,
            cells: [
              t.find(`awaited.${key}`) ?? key,
              formats.number(count),
              t("days", { count: medianDays }),
              formats.date(since),
            ],
          }))}
        />
      )}
    </Panel>
  );
}

function TimePanel({ portfolio: { caseWork } }: { portfolio: Portfolio }) {
  const t = useMessages(portfolioMessages);
  const formats = useFormats();
  const { closed, days, ours, theirs } = caseWork.throughput;
  const write = (value: number | null) => (value === null ? "–" : formats.number(Math.round(value)));
  return (
    <Panel title={t("throughput")}>
      <p className="quiet">{t("throughputOf", { count: closed })}</p>
      <Table
        caption={t("throughput")}
        head={[t("workingDays"), t("median"), t("p90")]}
        numeric={[1, 2]}
        rows={[
          { key: "days", cells: [t("timeTotal"), write(days.median), write(days.p90)] },
          { key: "ours", cells: [t("timeOurs"), write(ours.median), write(ours.p90)] },
          { key: "theirs", cells: [t("timeTheirs"), write(theirs.median), write(theirs.p90)] },
        ]}
      />
    </Panel>
  );
}

function WorkPanel({ portfolio: { caseWork } }: { portfolio: Portfolio }) {
  const t = useMessages(portfolioMessages);
  const formats = useFormats();
  const { language } = useLanguage();
  const rows = [
    ...caseWork.byLine.map((line) => ({ ...line, name: line.name[language] ?? line.key })),
    ...caseWork.byOfficer,
  ];
  return (
    <Panel title={t("whoHasThem")}>
      {rows.length === 0 ? (
        <p className="quiet">{t("nothing")}</p>
      ) : (
        <Table
          caption={t("whoHasThem")}
          head={[t("lineOrOfficer"), t("openColumn"), t("overdueColumn")]}
          numeric={[1, 2]}
          rows={rows.map(({ key, name, open, overdue }) => ({
            key,
            cells: [name, formats.number(open), formats.number(overdue)],
          }))}
        />
      )}
    </Panel>
  );
}

function BreakdownPanels({ portfolio: { caseWork } }: { portfolio: Portfolio }) {
  const t = useMessages(portfolioMessages);
  const terms = useMessages(termMessages);
  const profession = useMessages(professions);
  const formats = useFormats();
  const lists = [
    [t("casesByCountry"), caseWork.byCountry, formats.country],
    [t("casesByProfession"), caseWork.byProfession, (key: string) => profession.find(key)],
  ] as const;
  return (
    <Columns size="small">
      {lists.map(([title, groups, name]) => (
        <Panel key={title} title={title}>
          <Ranking
            rows={groups.map(({ key, cases }) => ({
              key,
              count: cases,
              label: key === "unknown" ? terms("unknown") : (name(key) ?? key),
            }))}
            writeNumber={formats.number}
            nothing={t("nothing")}
          />
        </Panel>
      ))}
    </Columns>
  );
}
