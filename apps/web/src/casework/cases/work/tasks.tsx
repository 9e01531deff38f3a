import { type CaseView, caseRoutes } from "@varde/contract/cases";
import { type FormEvent, useState } from "react";
import { useRead } from "../../../platform/api/read.ts";
import { useWrite } from "../../../platform/api/write.ts";
import { useFormats, useNow } from "../../../platform/formats/use-formats.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { useDraft } from "../../../platform/storage/drafts.ts";
import { Button } from "../../../ui/controls/button.tsx";
import { Select, TextField } from "../../../ui/controls/fields.tsx";
import { ProblemNotice } from "../../../ui/feedback/problem-notice.tsx";
import { Mark } from "../../../ui/figures/mark.tsx";
import { Panel } from "../../../ui/layout/panel.tsx";
import { Row, Stack } from "../../../ui/layout/stack.tsx";
import { DayField } from "../acts/fields/day-field.tsx";
import { useActs } from "../acts/use-acts.ts";
import { caseMessages } from "../case-messages.ts";
import { useMayWork } from "./use-may-work.ts";

type Task = CaseView["tasks"][number];

/** Tasks in the officers' own words; what the procedure wants stands as the next action. */
export function Tasks() {
  const t = useMessages(caseMessages);
  const { tasks } = useActs().view;
  const mayWork = useMayWork();
  const open = tasks.filter(({ doneAt }) => doneAt === null);
  const done = tasks.filter(({ doneAt }) => doneAt !== null);
  if (tasks.length === 0 && !mayWork) return null;
  return (
    <Panel title={t("tasks")} aside={open.length > 0 && <span className="number">{open.length}</span>}>
      <Stack>
        {open.map((task) => (
          <OpenTask key={task.id} task={task} mayComplete={mayWork} />
        ))}
        {done.length > 0 && (
          <details>
            <summary>{t("tasksDone", { count: done.length })}</summary>
            {done.map((task) => (
              <p key={task.id} className="quiet">
                ✓ {task.title}, {task.doneBy?.name}
              </p>
            ))}
          </details>
        )}
        {mayWork && <NewTask />}
      </Stack>
    </Panel>
  );
}

function OpenTask({ task: { id, title, owner, due }, mayComplete }: { task: Task; mayComplete: boolean }) {
  const t = useMessages(caseMessages);
  const formats = useFormats();
  const now = useNow();
  const { view } = useActs();
  const complete = useWrite(caseRoutes.completeTask);
  const late = due !== null && Date.parse(due) < now;
  return (
    <Row between>
      <span>
        {title} <span className="quiet">{owner?.name}</span>{" "}
        {due && <Mark tone={late ? "bad" : "neutral"}>{formats.due(due, now)}</Mark>}
      </span>
      {mayComplete && (
        <Button
          kind="quiet"
          loading={complete.isPending}
          aria-label={t("completeTask", { title })}
          onClick={() => complete.mutate({ params: { id: view.case.id, taskId: id } })}
        >
          {t("done")}
        </Button>
      )}
      {complete.error && <ProblemNotice error={complete.error} />}
    </Row>
  );
}

const SHORTEST_TITLE = 3;
const isText = (content: unknown): content is string => typeof content === "string";

function NewTask() {
  const t = useMessages(caseMessages);
  const { view } = useActs();
  const { data } = useRead(caseRoutes.listCaseOfficers);
  const { content: title, change, discard } = useDraft(`case.${view.case.id}.task`, "", isText);
  const [due, setDue] = useState("");
  const [ownerId, setOwner] = useState("");
  const [refused, setRefused] = useState(false);
  const add = useWrite(caseRoutes.addTask);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim().length < SHORTEST_TITLE) return setRefused(true);
    const day = /^\d{4}-\d{2}-\d{2}$/.test(due) ? { due: `${due}T14:00:00Z` } : {};
    add.mutate(
      {
        params: { id: view.case.id },
        body: { title, ...day, ...(ownerId && { ownerId }), requestId: crypto.randomUUID() },
      },
      {
        onSuccess: () => {
          discard();
          setDue("");
          setRefused(false);
        },
      },
    );
  };
  return (
    <details>
      <summary>{t("newTask")}</summary>
      <form onSubmit={submit} noValidate>
        <Stack tight>
          <TextField
            label={t("taskTitle")}
            maxLength={300}
            value={title}
            error={refused && title.trim().length < SHORTEST_TITLE ? t("taskTooShort") : undefined}
            onChange={({ target }) => change(target.value)}
          />
          <DayField
            key={title === "" ? "new" : "kept"}
            label={t("optional", { label: t("taskDue") })}
            value={due}
            onChange={setDue}
          />
          <Select label={t("taskOwner")} value={ownerId} onChange={({ target }) => setOwner(target.value)}>
            <option value="">{t("nobody")}</option>
            {data?.officers.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
          <Row>
            <Button type="submit" loading={add.isPending}>
              {t("addTask")}
            </Button>
          </Row>
          {add.error && <ProblemNotice error={add.error} />}
        </Stack>
      </form>
    </details>
  );
}
