import { caseRoutes } from "@varde/contract/cases";
import { type FormEvent, useState } from "react";
import { useRead } from "../../../platform/api/read.ts";
import { useWrite } from "../../../platform/api/write.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { useShortcut } from "../../../platform/keyboard/keyboard.tsx";
import { useDraft } from "../../../platform/storage/drafts.ts";
import { Button } from "../../../ui/controls/button.tsx";
import { TextArea } from "../../../ui/controls/fields.tsx";
import { ProblemNotice } from "../../../ui/feedback/problem-notice.tsx";
import { Panel } from "../../../ui/layout/panel.tsx";
import { Row, Stack } from "../../../ui/layout/stack.tsx";
import { Timeline } from "../../../ui/layout/timeline.tsx";
import { useActs } from "../acts/use-acts.ts";
import { caseMessages } from "../case-messages.ts";
import { useActorName } from "../words/use-done.ts";
import { mentionsIn } from "./mentions-in.ts";
import { useMayWork } from "./use-may-work.ts";

const isText = (content: unknown): content is string => typeof content === "string";
const FIELD = "case-note";

/** Notes between those who work on the case; "@" and a name tells that officer. */
export function Notes() {
  const t = useMessages(caseMessages);
  const nameOf = useActorName();
  const { notes } = useActs().view;
  const mayWork = useMayWork();
  if (notes.length === 0 && !mayWork) return null;
  return (
    <Panel title={t("notes")}>
      <Stack>
        {mayWork && <NewNote />}
        <Timeline
          events={notes.map(({ id, text, at, by, mentions }) => ({
            key: id,
            at,
            title: nameOf(by),
            detail: mentions.length > 0 && (
              <span className="quiet">→ {mentions.map(({ name }) => name).join(", ")}</span>
            ),
            note: text,
          }))}
        />
      </Stack>
    </Panel>
  );
}

function NewNote() {
  const t = useMessages(caseMessages);
  const { view } = useActs();
  const { data } = useRead(caseRoutes.listCaseOfficers);
  const officers = data?.officers ?? [];
  const { content: text, change, discard } = useDraft(`case.${view.case.id}.note`, "", isText);
  const [refused, setRefused] = useState(false);
  const add = useWrite(caseRoutes.addNote);
  useShortcut("i", t("writeNote"), () => document.getElementById(FIELD)?.focus());
  const mentioned = mentionsIn(text, officers);
  const begun = /@([\p{L} -]{0,40})$/u.exec(text)?.[1];
  const suggested =
    begun === undefined
      ? []
      : officers.filter(({ name }) => name !== begun && name.toLowerCase().startsWith(begun.toLowerCase()));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "") return setRefused(true);
    add.mutate(
      {
        params: { id: view.case.id },
        body: { text, mentions: mentioned.map(({ id }) => id), requestId: crypto.randomUUID() },
      },
      { onSuccess: discard },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack tight>
        <TextArea
          id={FIELD}
          label={t("newNote")}
          description={t("noteHint")}
          value={text}
          error={refused && text.trim() === "" ? t("fault.textMissing") : undefined}
          onChange={({ target }) => change(target.value)}
        />
        {suggested.length > 0 && (
          <Row>
            {suggested.slice(0, 6).map(({ id, name }) => (
              <Button
                key={id}
                kind="quiet"
                onClick={() => {
                  change(`${text.slice(0, text.length - (begun?.length ?? 0))}${name} `);
                  document.getElementById(FIELD)?.focus();
                }}
              >
                @{name}
              </Button>
            ))}
          </Row>
        )}
        <Row>
          <Button type="submit" loading={add.isPending}>
            {t("addNote")}
          </Button>
          {mentioned.length > 0 && (
            <span className="quiet">
              {t("tells", { names: mentioned.map(({ name }) => name).join(", ") })}
            </span>
          )}
        </Row>
        {add.error && <ProblemNotice error={add.error} />}
      </Stack>
    </form>
  );
}
