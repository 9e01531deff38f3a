import { type CaseProcedureView, caseRoutes } from "@varde/contract/cases";
import { useRead } from "../../../platform/api/read.ts";
import { useFormats } from "../../../platform/formats/use-formats.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Button } from "../../../ui/controls/button.tsx";
import { Loaded } from "../../../ui/feedback/loaded.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Facts } from "../../../ui/layout/facts.tsx";
import { Stack } from "../../../ui/layout/stack.tsx";
import { useActs } from "../acts/use-acts.ts";
import { caseMessages } from "../case-messages.ts";
import { useCaseWords } from "../words/use-case-words.ts";

/** The case as it stood when a day ended. */
export function AsOf({ day, onClose }: { day: string; onClose: () => void }) {
  const t = useMessages(caseMessages);
  const formats = useFormats();
  const { view } = useActs();
  const read = useRead(caseRoutes.getCaseAsOf, {
    params: { id: view.case.id },
    query: { at: `${day}T23:59:59+01:00` },
  });
  return (
    <Notice
      title={t("asOfTitle", { date: formats.date(day) })}
      actions={
        <Button kind="quiet" onClick={onClose}>
          {t("asOfClose")}
        </Button>
      }
    >
      <Loaded read={read}>
        {({ act, procedure }) =>
          procedure === null ? (
            <p>{t("notOpenedThen")}</p>
          ) : (
            <Stack tight>
              {act && (
                <p>
                  {t("lastActThen")} {act.sentence}, {act.by.name}, {formats.dateTime(act.at)}
                </p>
              )}
              <Then procedure={procedure} />
            </Stack>
          )
        }
      </Loaded>
    </Notice>
  );
}

function Then({ procedure }: { procedure: CaseProcedureView }) {
  const t = useMessages(caseMessages);
  const words = useCaseWords();
  const formats = useFormats();
  const { state, priority, flags, track, proposal, requests, findings, pause, decision, ticks } = procedure;
  return (
    <Facts
      facts={[
        [
          t("stage"),
          "phase" in state
            ? `${words.stage(state.stage)}: ${words.value(state.phase)}`
            : words.stage(state.stage),
        ],
        [t("part.priority"), priority && words.value(priority.level)],
        [t("flags"), flags.map(words.value).join(", ")],
        [t("track"), track && t(`option.${track.track}`)],
        [t("proposal"), proposal && words.value(proposal.outcome)],
        [t("requests"), requests.length > 0 && requests.map(({ authority }) => authority).join(", ")],
        [t("findings"), findings.length > 0 && formats.number(findings.length)],
        [t("ticked"), Object.keys(ticks).map(words.value).join(", ")],
        [t("paused"), pause && t("pauseUntil", { date: formats.date(pause.reviewOn) })],
        [t("sent"), decision && formats.date(decision.sent.sentOn)],
      ]}
    />
  );
}
