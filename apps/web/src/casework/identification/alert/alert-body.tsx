import { ChevronRightIcon } from "@navikt/aksel-icons";
import { useNavigate } from "@tanstack/react-router";
import { type AlertView, identificationRoutes } from "@varde/contract/identification";
import { useState } from "react";
import { useMay } from "../../../access/index.ts";
import { useFormats } from "../../../platform/formats/use-formats.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { useShortcut } from "../../../platform/keyboard/keyboard.tsx";
import { ButtonLink } from "../../../ui/controls/button.tsx";
import { Empty } from "../../../ui/feedback/empty.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Age } from "../../../ui/figures/time.tsx";
import { Page } from "../../../ui/layout/page.tsx";
import { Panel } from "../../../ui/layout/panel.tsx";
import { Stack } from "../../../ui/layout/stack.tsx";
import { CasesAbout } from "../../cases/about/index.ts";
import { IdentityNumbers } from "../../identity-numbers/index.ts";
import { AlertStatusMark, IdentityMark } from "../../terms/index.ts";
import { identificationMessages } from "../identification-messages.ts";
import { nameOf } from "../name-of.ts";
import styles from "./alert-body.module.css";
import { AlertContent } from "./alert-content.tsx";
import { AnswerChanges } from "./answer-changes.tsx";
import { CandidateDetail } from "./candidate-detail.tsx";
import { CandidateStrip } from "./candidate-strip.tsx";
import { DecideBar } from "./decide-bar.tsx";
import { Decisions } from "./decisions.tsx";
import { primaryActOf } from "./primary-act.ts";
import { SamePerson } from "./same-person.tsx";

export function AlertBody({ view }: { view: AlertView }) {
  const t = useMessages(identificationMessages);
  const formats = useFormats();
  const navigate = useNavigate();
  const { alert, match, next, reopened } = view;
  const candidates = match?.candidates ?? [];
  const [chosenRank, choose] = useState(candidates[0]?.rank);
  const candidate = candidates.find(({ rank }) => rank === chosenRank) ?? candidates[0];
  const mayDecide = useMay("decideIdentity");
  const primary = mayDecide ? primaryActOf(view, candidate) : "next";
  const goNext = () => next !== null && void navigate({ to: "/alerts/$id", params: { id: String(next) } });
  useShortcut("n", t("nextAlert"), goNext, next !== null);
  useShortcut("u", t("toQueue"), () => void navigate({ to: "/alerts" }));

  return (
    <Page
      title={nameOf(alert) || t("noName")}
      marks={
        <>
          <IdentityMark alert={alert} />
          <AlertStatusMark status={alert.status} />
        </>
      }
      lead={
        <>
          {[alert.alertNumber, alert.sendingCountry && formats.country(alert.sendingCountry)]
            .filter(Boolean)
            .join(" · ")}{" "}
          · <Age at={alert.receivedAt} />
        </>
      }
      actions={
        next !== null && (
          <ButtonLink
            kind={primary === "next" ? "primary" : "quiet"}
            to="/alerts/$id"
            params={{ id: String(next) }}
            aria-label={t("nextAlert")}
            icon={<ChevronRightIcon aria-hidden="true" />}
            iconPosition="right"
          >
            {t("next")}
          </ButtonLink>
        )
      }
    >
      {reopened && (
        <Notice tone="warning">
          {t(`reopened.${reopened.cause}`, {
            hprNumber: String(reopened.hprNumber ?? "–"),
            previousHprNumber: String(reopened.previousHprNumber ?? "–"),
          })}
        </Notice>
      )}
      <AnswerChanges alertId={alert.id} candidates={candidates} />
      <IdentityNumbers
        route={identificationRoutes.openAlertNumbers}
        params={{ id: alert.id }}
        openUntil={view.numbersOpenUntil}
      />
      <div className={styles.sides}>
        <Stack>
          <AlertContent versions={view.versions} />
          <Panel title={t("decisions")}>
            <Decisions decisions={view.decisions} />
          </Panel>
          <CasesAbout alert={alert.id} />
          <SamePerson alerts={view.samePerson} />
        </Stack>
        <Stack>
          <Panel
            title={t("candidates")}
            aside={
              match && (
                <span className="no-print">
                  {t("engine", {
                    engine: match.engineVersion,
                    model: match.modelVersion,
                    at: formats.dateTime(match.at),
                  })}
                </span>
              )
            }
          >
            <Stack>
              {!match && <Empty title={t("notMatched")} />}
              {match && candidates.length === 0 && (
                <Empty title={t("noCandidates")}>{t("noCandidatesText")}</Empty>
              )}
              {candidate && (
                <CandidateStrip candidates={candidates} chosen={candidate.rank} onChoose={choose} />
              )}
              <DecideBar view={view} candidate={candidate} primary={primary} />
            </Stack>
          </Panel>
          {candidate && <CandidateDetail candidate={candidate} />}
        </Stack>
      </div>
    </Page>
  );
}
