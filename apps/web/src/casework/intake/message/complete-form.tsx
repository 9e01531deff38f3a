import { PlusIcon } from "@navikt/aksel-icons";
import type { FieldName, MessageView } from "@varde/contract/intake";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Button } from "../../../ui/controls/button.tsx";
import { TextArea } from "../../../ui/controls/fields.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { ProblemNotice } from "../../../ui/feedback/problem-notice.tsx";
import { useToast } from "../../../ui/feedback/toasts.tsx";
import { Panel } from "../../../ui/layout/panel.tsx";
import { Row, Stack } from "../../../ui/layout/stack.tsx";
import type { EntryDraft } from "../entry/entry-draft.ts";
import { EntryFields } from "../entry/entry-fields.tsx";
import { intakeMessages } from "../intake-messages.ts";
import { PlaceButton } from "./place-button.tsx";
import { usePlaces } from "./places.tsx";
import { useCompletion } from "./use-completion.ts";

/** Completes a quarantined message by hand: what was read is filled in, the officer adds what is missing. */
export function CompleteForm({ view, onDone }: { view: MessageView; onDone: () => void }) {
  const t = useMessages(intakeMessages);
  const say = useToast();
  const completion = useCompletion(view, () => {
    say(t("completeDone"));
    onDone();
  });
  const { drafts, faults } = completion;
  const total = drafts.length;
  return (
    <form onSubmit={completion.submit} noValidate>
      <Panel
        title={t("completeTitle")}
        aside={completion.restored && <Restored onDiscard={completion.discard} />}
      >
        <Stack>
          <p className="quiet">{t("completeLead")}</p>
          {drafts.map(({ draft, errors, read, change, remove }, index) => (
            // Entries have no identity of their own until they are registered.
            <EntryPart
              key={index}
              heading={total > 1 ? t("entry", { number: index + 1, total }) : undefined}
              draft={draft}
              errors={errors}
              read={read}
              onChange={change}
              onRemove={remove}
            />
          ))}
          <Row>
            <Button kind="quiet" icon={<PlusIcon aria-hidden="true" />} onClick={completion.add}>
              {t("addEntry")}
            </Button>
          </Row>
          <TextArea
            label={t("completeReason")}
            value={completion.reason}
            error={completion.reasonTooShort ? t("reasonTooShort") : undefined}
            onChange={({ target }) => completion.changeReason(target.value)}
          />
          {faults > 0 && (
            <Notice tone="warning" live>
              {t("fixErrors", { count: faults })}
            </Notice>
          )}
          {completion.problem && <ProblemNotice error={completion.problem} />}
          <Row>
            <Button kind="primary" type="submit" loading={completion.busy}>
              {t("completeSubmit", { count: total })}
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
