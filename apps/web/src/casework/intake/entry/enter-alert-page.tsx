import { useNavigate } from "@tanstack/react-router";
import { intakeRoutes } from "@varde/contract/intake";
import { type FormEvent, useState } from "react";
import { useWrite } from "../../../platform/api/write.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { useDraft } from "../../../platform/storage/drafts.ts";
import { Button, ButtonLink } from "../../../ui/controls/button.tsx";
import { TextField } from "../../../ui/controls/fields.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { ProblemNotice } from "../../../ui/feedback/problem-notice.tsx";
import { useToast } from "../../../ui/feedback/toasts.tsx";
import { Page } from "../../../ui/layout/page.tsx";
import { Panel } from "../../../ui/layout/panel.tsx";
import { Row, Stack } from "../../../ui/layout/stack.tsx";
import { intakeMessages } from "../intake-messages.ts";
import { areDrafts, EMPTY_DRAFT, type EntryDraft, readDraft } from "./entry-draft.ts";
import { EntryFields } from "./entry-fields.tsx";

interface Written {
  readonly entry: EntryDraft;
  readonly source: string;
}

const NOTHING: Written = { entry: EMPTY_DRAFT, source: "" };
const isWritten = (content: unknown): content is Written =>
  typeof content === "object" &&
  content !== null &&
  "source" in content &&
  "entry" in content &&
  areDrafts([content.entry]);

/** Enters an alert that came outside the mailboxes; it gets a ledger row like any other. */
export function EnterAlertPage() {
  const t = useMessages(intakeMessages);
  const say = useToast();
  const navigate = useNavigate();
  const { content, change, discard, restored } = useDraft("enter", NOTHING, isWritten);
  const enter = useWrite(intakeRoutes.enterAlert);
  const [checked, setChecked] = useState(false);
  const reading = readDraft(content.entry);
  const errors = "errors" in reading ? reading.errors : {};
  const source = content.source.trim();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!("entry" in reading) || source.length < 3) return;
    enter.mutate(
      { body: { entry: reading.entry, source } },
      {
        onSuccess: ({ messageId }) => {
          discard();
          say(t("enterDone"));
          void navigate({ to: "/intake/messages/$id", params: { id: String(messageId) } });
        },
      },
    );
  };

  return (
    <Page
      title={t("enterTitle")}
      lead={t("enterLead")}
      actions={
        <ButtonLink kind="quiet" to="/intake">
          {t("queue")}
        </ButtonLink>
      }
    >
      <form onSubmit={submit} noValidate>
        <Panel>
          <Stack>
            {restored && (
              <Notice
                actions={
                  <Button kind="quiet" onClick={discard}>
                    {t("discardDraft")}
                  </Button>
                }
              >
                {t("draftRestored")}
              </Notice>
            )}
            <TextField
              label={t("source")}
              description={t("sourceHint")}
              value={content.source}
              maxLength={500}
              error={checked && source.length < 3 ? t("sourceTooShort") : undefined}
              onChange={({ target }) => change({ ...content, source: target.value })}
            />
            <EntryFields
              draft={content.entry}
              errors={checked ? errors : {}}
              onChange={(entry) => change({ ...content, entry })}
            />
            {checked && Object.keys(errors).length > 0 && (
              <Notice tone="warning" live>
                {t("fixErrors", { count: Object.keys(errors).length })}
              </Notice>
            )}
            {enter.error && <ProblemNotice error={enter.error} />}
            <Row>
              <Button kind="primary" type="submit" loading={enter.isPending}>
                {t("enterSubmit")}
              </Button>
            </Row>
          </Stack>
        </Panel>
      </form>
    </Page>
  );
}
