import { caseRoutes } from "@varde/contract/cases";
import { type FormEvent, useId, useRef, useState } from "react";
import { useWrite } from "../../../platform/api/write.ts";
import { dayOf } from "../../../platform/formats/formats.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { useDraft } from "../../../platform/storage/drafts.ts";
import { Button } from "../../../ui/controls/button.tsx";
import { Dialog } from "../../../ui/controls/dialog.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { problemOf } from "../../../ui/feedback/problem-notice.tsx";
import { useToast } from "../../../ui/feedback/toasts.tsx";
import { Stack } from "../../../ui/layout/stack.tsx";
import { caseMessages } from "../case-messages.ts";
import { DecisionContent } from "../parts/decision-content.tsx";
import { useCaseWords } from "../words/use-case-words.ts";
import { ActProblem } from "./act-problem.tsx";
import { beginningOf, contentShownFor, presetOf } from "./fields/act-beginnings.ts";
import { readAct, type Written } from "./fields/act-fields.ts";
import { ActForm } from "./fields/act-form.tsx";
import { type StartedAct, useActs } from "./use-acts.ts";
import { useKeepCase } from "./use-keep-case.ts";

const isWritten = (content: unknown): content is Written =>
  typeof content === "object" &&
  content !== null &&
  Object.values(content).every((text) => typeof text === "string");

/** Acts whose forms hold long texts. */
const WIDE: ReadonlySet<string> = new Set(["draftDecision", "approveDecision", "approveInterimSuspension"]);

/** Asks for what an act needs and does it. What was written stays until it is done, also where it is refused. */
export function ActDialog({ started, onClose }: { started: StartedAct; onClose: () => void }) {
  const { act } = started;
  const t = useMessages(caseMessages);
  const words = useCaseWords();
  const { view } = useActs();
  const form = useId();
  const box = useRef<HTMLFormElement>(null);
  const { written, change, faults, preset, error, busy, submit, tryAgain } = useActUnderWay(started, onClose);
  const ability = view.abilities[act];
  const shown = contentShownFor(act, view.decisions);
  const changed = error !== null && problemOf(error).code === "caseChangedMeanwhile";
  const send = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  return (
    <Dialog
      title={words.act(act)}
      wide={WIDE.has(act)}
      onClose={onClose}
      focus={box}
      footer={
        <>
          {changed ? (
            <Button kind="primary" loading={busy} onClick={tryAgain}>
              {t("doItAnyway")}
            </Button>
          ) : (
            <Button kind="primary" type="submit" form={form} loading={busy}>
              {words.act(act)}
            </Button>
          )}
          <Button kind="quiet" onClick={onClose}>
            {t("cancel")}
          </Button>
        </>
      }
    >
      <form id={form} ref={box} tabIndex={-1} onSubmit={send} noValidate>
        <Stack>
          {error !== null && <ActProblem error={error} seen={started.seen} />}
          {ability?.allowed && ability.onBehalfOf && (
            <Notice>{t("onBehalfOf", { name: ability.onBehalfOf.name })}</Notice>
          )}
          {t.find(`explain.${act}`) && <p>{t.find(`explain.${act}`)}</p>}
          {shown && <DecisionContent version={shown} />}
          <ActForm
            act={act}
            view={view}
            written={written}
            faults={faults}
            preset={preset}
            onChange={change}
          />
          {words.law(act).length > 0 && (
            <p className="quiet">{t("law", { law: words.law(act).join("; ") })}</p>
          )}
        </Stack>
      </form>
    </Dialog>
  );
}

/** What is written in the form of an act, and sending it. */
function useActUnderWay(started: StartedAct, onClose: () => void) {
  const { act, seen, requestId } = started;
  const t = useMessages(caseMessages);
  const words = useCaseWords();
  const say = useToast();
  const keep = useKeepCase();
  const { view } = useActs();
  const { id, lastAct } = view.case;
  const [preset] = useState(() => ({ ...presetOf(act, view), ...started.preset }));
  const [beginning] = useState(() => beginningOf(act, view, dayOf(Date.now())));
  const name = ["case", id, act, ...Object.values(started.preset)].join(".");
  const { content: written, change, discard } = useDraft(name, beginning, isWritten);
  const [faults, setFaults] = useState<Written>({});
  const [firstError, forgetFirst] = useState(started.error);
  const { mutate, error, isPending: busy } = useWrite(caseRoutes.actOnCase);

  const send = (newest: number) => {
    const read = readAct(act, written, preset);
    setFaults(read.faults ?? {});
    if (!read.act) return;
    forgetFirst(undefined);
    mutate(
      { params: { id }, body: { act: read.act, lastAct: newest, requestId } },
      {
        onSuccess: (after) => {
          keep(after);
          discard();
          say(t("actDone", { act: words.act(act) }));
          onClose();
        },
      },
    );
  };
  return {
    written,
    change,
    faults,
    preset,
    error: error ?? firstError ?? null,
    busy,
    submit: () => send(seen),
    tryAgain: () => send(lastAct),
  };
}
