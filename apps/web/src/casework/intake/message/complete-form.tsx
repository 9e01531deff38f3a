import { PlusIcon } from "@navikt/aksel-icons";
import { type FieldName, intakeRoutes, type MessageView } from "@varde/contract/intake";
import { type FormEvent, useMemo, useState } from "react";
import { useWrite } from "../../../platform/api/write.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { useDraft } from "../../../platform/storage/drafts.ts";
import { Button } from "../../../ui/controls/button.tsx";
import { TextArea } from "../../../ui/controls/fields.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { ProblemNotice } from "../../../ui/feedback/problem-notice.tsx";
import { useToast } from "../../../ui/feedback/toasts.tsx";
import { Panel } from "../../../ui/layout/panel.tsx";
import { Row, Stack } from "../../../ui/layout/stack.tsx";
import { areDrafts, draftOf, EMPTY_DRAFT, type EntryDraft, readDraft } from "../entry/entry-draft.ts";
import { EntryFields } from "../entry/entry-fields.tsx";
import { intakeMessages } from "../intake-messages.ts";
import { PlaceButton } from "./place-button.tsx";
import { usePlaces } from "./places.tsx";

const LONGEST_REASON = 2000;

interface Completion {
  readonly entries: readonly EntryDraft[];
  readonly reason: string;
}

const isCompletion = (content: unknown): content is Completion =>
  typeof content === "object" &&
  content !== null &&
  "reason" in content &&
  typeof content.reason === "string" &&
  "entries" in content &&
  areDrafts(content.entries);

/** Completes a quarantined message by hand: what was read is filled in, the officer adds what is missing. */
export function CompleteForm({ view, onDone }: { view: MessageView; onDone: () => void }) {
  const t = useMessages(intakeMessages);
  const say = useToast();
  const { message } = view;
  const open = useMemo(() => view.entries.filter((entry) => entry.alertId === null), [view.entries]);
  const initial = useMemo<Completion>(
    () => ({ entries: open.length > 0 ? open.map(draftOf) : [EMPTY_DRAFT], reason: "" }),
    [open],
  );
  const { content, change, discard, restored } = useDraft(`message.${message.id}`, initial, isCompletion);
  const complete = useWrite(intakeRoutes.completeMessage);
  const [checked, setChecked] = useState(false);
  const readings = content.entries.map(readDraft);
  const faults = readings.reduce(
    (sum, one) => sum + ("errors" in one ? Object.keys(one.errors).length : 0),
    0,
  );
  const reasonTooShort = content.reason.trim().length < 3;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (faults > 0 || reasonTooShort) return;
    const entries = readings.flatMap((one) => ("entry" in one ? [one.entry] : []));
    complete.mutate(
      { params: { id: message.id }, body: { entries, reason: content.reason.trim() } },
      {
        onSuccess: () => {
          discard();
          say(t("completeDone"));
          onDone();
        },
      },
    );
  };
  const setEntry = (index: number, entry: EntryDraft) =>
    change({ ...content, entries: content.entries.with(index, entry) });

  return (
    <form onSubmit={submit} noValidate>
      <Panel title={t("completeTitle")} aside={restored && <Restored onDiscard={discard} />}>
        <Stack>
          <p className="quiet">{t("completeLead")}</p>
          {content.entries.map((entry, index) => {
            const reading = readings[index];
            return (
              // Entries have no identity of their own until they are registered.
              <EntryPart
                key={index}
                heading={
                  content.entries.length > 1
                    ? t("entry", { number: index + 1, total: content.entries.length })
                    : undefined
                }
                draft={entry}
                errors={checked && reading && "errors" in reading ? reading.errors : {}}
                read={open[index]}
                onChange={(next) => setEntry(index, next)}
                onRemove={() => change({ ...content, entries: content.entries.toSpliced(index, 1) })}
              />
            );
          })}
          <Row>
            <Button
              kind="quiet"
              icon={<PlusIcon aria-hidden="true" />}
              onClick={() => change({ ...content, entries: [...content.entries, EMPTY_DRAFT] })}
            >
              {t("addEntry")}
            </Button>
          </Row>
          <TextArea
            label={t("completeReason")}
            value={content.reason}
            error={checked && reasonTooShort ? t("reasonTooShort") : undefined}
            onChange={({ target }) => change({ ...content, reason: target.value.slice(0, LONGEST_REASON) })}
          />
          {checked && faults > 0 && (
            <Notice tone="warning" live>
              {t("fixErrors", { count: faults })}
            </Notice>
          )}
          {complete.error && <ProblemNotice error={complete.error} />}
          <Row>
            <Button kind="primary" type="submit" loading={complete.isPending}>
              {t("completeSubmit", { count: content.entries.length })}
            </Button>
          </Row>
        </Stack>
      </Panel>
    </form>
  );
}

function Restored({ onDiscard }: { onDiscard: () => void }) {
  const t = useMessages(intakeMessages);
  return (
    <>
      {t("draftRestored")}
      <Button kind="quiet" onClick={onDiscard}>
        {t("discardDraft")}
      </Button>
    </>
  );
}

interface EntryPartProps {
  heading: string | undefined;
  draft: EntryDraft;
  errors: Parameters<typeof EntryFields>[0]["errors"];
  read: MessageView["entries"][number] | undefined;
  onChange: (draft: EntryDraft) => void;
  onRemove: () => void;
}

function EntryPart({ heading, read, onRemove, ...fields }: EntryPartProps) {
  const t = useMessages(intakeMessages);
  const { point } = usePlaces();
  const sourceOf = (field: FieldName) =>
    read?.fields[field] ?? read?.problems.find((problem) => problem.field === field);
  return (
    <Stack tight>
      {heading && (
        <Row between>
          <h3>{heading}</h3>
          <Button kind="quiet" tone="danger" onClick={onRemove}>
            {t("removeEntry")}
          </Button>
        </Row>
      )}
      <EntryFields
        {...fields}
        place={(field) => {
          const source = sourceOf(field);
          return source && <PlaceButton field={field} place={source.from} raw={source.raw} />;
        }}
        onPoint={(field) => {
          const source = field && sourceOf(field);
          point(source ? source.from : null, source ? source.raw : undefined);
        }}
      />
    </Stack>
  );
}
