import { IDENTITY_STATES, type Portfolio } from "@varde/contract";
import { useFormats } from "../../platform/formats/use-formats.ts";
import { useMessages } from "../../platform/i18n/language.tsx";
import { DayBars } from "../../ui/figures/day-bars.tsx";
import { Figure, Figures } from "../../ui/figures/figure.tsx";
import { Ranking } from "../../ui/figures/ranking.tsx";
import { Panel } from "../../ui/layout/panel.tsx";
import { Columns, Stack } from "../../ui/layout/stack.tsx";
import { professions, termMessages } from "../terms/index.ts";
import { BalancePanel } from "./balance-panel.tsx";
import { CasePicture } from "./case-picture.tsx";
import { portfolioMessages } from "./portfolio-messages.ts";

/** The figures of a portfolio. `isNow` lets the figures lead to what they count. */
export function PortfolioPicture({ portfolio, isNow }: { portfolio: Portfolio; isNow: boolean }) {
  const t = useMessages(portfolioMessages);
  const formats = useFormats();
  const { messages } = portfolio;
  return (
    <Stack>
      <BalancePanel balance={portfolio.balance} isNow={isNow} />
      <MessageFigures portfolio={portfolio} isNow={isNow} />
      <AlertFigures portfolio={portfolio} isNow={isNow} />
      <CasePicture portfolio={portfolio} isNow={isNow} />
      <Panel title={t("perDay")}>
        <DayBars
          summary={t("perDay")}
          dayLabel={t("dayColumn")}
          firstLabel={t("received")}
          secondLabel={t("handled")}
          days={messages.perDay.map(({ day, received, handled }) => ({
            day,
            first: received,
            second: handled,
          }))}
          writeDay={formats.date}
          writeNumber={formats.number}
        />
      </Panel>
      <Breakdowns portfolio={portfolio} />
    </Stack>
  );
}

interface PictureProps {
  portfolio: Portfolio;
  isNow: boolean;
}

/** Ages are those of the day that is shown, not of today. */
function useAge(asOf: string): (instant: string | null) => string | undefined {
  const t = useMessages(portfolioMessages);
  const formats = useFormats();
  return (instant) =>
    instant === null ? undefined : t("oldest", { age: formats.age(instant, Date.parse(asOf)) });
}

function MessageFigures({ portfolio: { messages, asOf }, isNow }: PictureProps) {
  const t = useMessages(portfolioMessages);
  const terms = useMessages(termMessages);
  const formats = useFormats();
  const age = useAge(asOf);
  const { byState, hoursToHandled } = messages;
  const link = (state: "received" | "quarantined" | "registered" | "duplicate" | "irrelevant") =>
    isNow ? { to: { to: "/intake", search: { state } } as const } : {};
  return (
    <section aria-label={t("messages")}>
      <Figures>
        <Figure
          label={`${t("messages")}, ${t("total").toLowerCase()}`}
          value={formats.number(messages.total)}
        />
        <Figure
          label={t("unopened")}
          value={formats.number(messages.unopened)}
          note={age(messages.oldestUnopened)}
          tone={messages.unopened > 0 ? "warn" : "plain"}
          {...link("received")}
        />
        <Figure
          label={t("quarantined")}
          value={formats.number(byState.quarantined)}
          note={age(messages.oldestQuarantined)}
          tone={byState.quarantined > 0 ? "bad" : "good"}
          {...link("quarantined")}
        />
        <Figure
          label={terms("messageState.registered")}
          value={formats.number(byState.registered)}
          {...link("registered")}
        />
        <Figure
          label={terms("messageState.duplicate")}
          value={formats.number(byState.duplicate)}
          {...link("duplicate")}
        />
        <Figure
          label={terms("messageState.irrelevant")}
          value={formats.number(byState.irrelevant)}
          {...link("irrelevant")}
        />
        <Figure
          label={t("hoursMedian")}
          value={hoursToHandled.median === null ? "–" : formats.hours(hoursToHandled.median)}
          note={
            hoursToHandled.p90 === null
              ? undefined
              : t("hoursP90", { hours: formats.hours(hoursToHandled.p90) })
          }
        />
      </Figures>
    </section>
  );
}

function AlertFigures({ portfolio: { alerts, register, asOf }, isNow }: PictureProps) {
  const t = useMessages(portfolioMessages);
  const terms = useMessages(termMessages);
  const formats = useFormats();
  const age = useAge(asOf);
  return (
    <section aria-label={t("identities")}>
      <Figures>
        <Figure
          label={t("validAlerts")}
          value={formats.number(alerts.valid)}
          note={t("ended", { withdrawn: alerts.withdrawn, expired: alerts.expired })}
        />
        {IDENTITY_STATES.map((identity) => (
          <Figure
            key={identity}
            label={terms(`identity.${identity}`)}
            value={formats.number(alerts.byIdentity[identity])}
            note={identity === "awaitingDecision" ? age(alerts.oldestAwaiting) : undefined}
            tone={
              identity === "awaitingDecision" && alerts.byIdentity.awaitingDecision > 0 ? "warn" : "plain"
            }
            {...(isNow ? { to: { to: "/alerts", search: { identity } } as const } : {})}
          />
        ))}
        <Figure
          label={t("people")}
          value={formats.number(register.people)}
          note={
            register.loadedAt ? t("loadedAt", { date: formats.date(register.loadedAt) }) : t("neverLoaded")
          }
        />
      </Figures>
    </section>
  );
}

function Breakdowns({ portfolio: { alerts, messages } }: { portfolio: Portfolio }) {
  const t = useMessages(portfolioMessages);
  const terms = useMessages(termMessages);
  const profession = useMessages(professions);
  const formats = useFormats();
  const unknown = (key: string) => (key === "unknown" ? terms("unknown") : undefined);
  const sources = new Map(alerts.bySource.map(({ key, title }) => [key, title]));
  const lists = [
    [t("byReason"), messages.quarantineReasons, (key: string) => terms.find(`reason.${key}`)],
    [t("byCountry"), alerts.byCountry, formats.country],
    [t("byProfession"), alerts.byProfession, (key: string) => profession.find(key)],
    [t("bySource"), alerts.bySource, (key: string) => sources.get(key)],
  ] as const;
  return (
    <Columns size="small">
      {lists.map(([title, rows, name]) => (
        <Panel key={title} title={title}>
          <Ranking
            rows={rows.map(({ key, count }) => ({ key, count, label: unknown(key) ?? name(key) ?? key }))}
            writeNumber={formats.number}
            nothing={t("nothing")}
          />
        </Panel>
      ))}
    </Columns>
  );
}
