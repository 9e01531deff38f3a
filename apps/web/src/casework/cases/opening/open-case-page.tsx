import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { caseRoutes } from "@varde/contract/cases";
import { identificationRoutes } from "@varde/contract/identification";
import { type FormEvent, useState } from "react";
import { useReadIf } from "../../../platform/api/read.ts";
import { useWrite } from "../../../platform/api/write.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { useDraft } from "../../../platform/storage/drafts.ts";
import { Button } from "../../../ui/controls/button.tsx";
import { Checks, TextArea, TextField } from "../../../ui/controls/fields.tsx";
import { ProblemNotice, problemOf } from "../../../ui/feedback/problem-notice.tsx";
import { Page } from "../../../ui/layout/page.tsx";
import { Panel } from "../../../ui/layout/panel.tsx";
import { Row, Stack } from "../../../ui/layout/stack.tsx";
import { caseMessages } from "../case-messages.ts";

const HPR_NUMBER = /^\d{1,9}$/;
const SHORTEST_REASON = 3;
const isText = (content: unknown): content is string => typeof content === "string";

/** Opens a case by hand about a person in the register, with those of their alerts that belong to it. */
export function OpenCasePage() {
  const t = useMessages(caseMessages);
  const navigate = useNavigate();
  const { hpr } = useSearch({ from: "/shell/cases/new" });
  const [written, write] = useState(hpr ?? "");
  const [left, leave] = useState<readonly string[]>([]);
  const [checked, check] = useState(false);
  const [requestId] = useState(() => crypto.randomUUID());
  const { content: reason, change, discard } = useDraft("case.new", "", isText);
  const open = useWrite(caseRoutes.openCase);
  const numberIsRight = HPR_NUMBER.test(written.trim());
  const hprNumber = Number(written.trim());
  const person = useReadIf(numberIsRight, identificationRoutes.getPerson, { params: { hpr: hprNumber } });
  const alerts = person.data?.alerts.filter(({ identity }) => identity === "confirmed") ?? [];
  const chosen = alerts.map(({ id }) => String(id)).filter((id) => !left.includes(id));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    check(true);
    if (!numberIsRight || reason.trim().length < SHORTEST_REASON) return;
    open.mutate(
      { body: { hprNumber, alertIds: chosen.map(Number), reason, requestId } },
      {
        onSuccess: ({ case: { id } }) => {
          discard();
          void navigate({ to: "/cases/$id", params: { id: String(id) } });
        },
      },
    );
  };
  return (
    <Page title={t("openTitle")} lead={t("openLead")}>
      <Panel>
        <form onSubmit={submit} noValidate>
          <Stack>
            <TextField
              label={t("hprNumber")}
              inputMode="numeric"
              value={written}
              error={checked && !numberIsRight ? t("hprNumberInvalid") : undefined}
              onChange={({ target }) => write(target.value)}
            />
            {person.data && (
              <p>
                <Link to="/people/$hpr" params={{ hpr: written.trim() }}>
                  {[person.data.person.forename, person.data.person.surname].filter(Boolean).join(" ")}
                </Link>
              </p>
            )}
            {person.error && <ProblemNotice error={person.error} />}
            {alerts.length > 0 && (
              <Checks
                label={t("openAlerts")}
                chosen={chosen}
                options={alerts.map(({ id, alertNumber }) => ({
                  value: String(id),
                  label: alertNumber ?? t("sourceAlert", { name: String(id) }),
                }))}
                onChange={(kept) =>
                  leave(alerts.map(({ id }) => String(id)).filter((id) => !kept.includes(id)))
                }
              />
            )}
            <TextArea
              label={t("field.reason")}
              value={reason}
              error={
                checked && reason.trim().length < SHORTEST_REASON ? t("fault.reasonTooShort") : undefined
              }
              onChange={({ target }) => change(target.value)}
            />
            {open.error && <OpeningRefused error={open.error} />}
            <Row>
              <Button kind="primary" type="submit" loading={open.isPending}>
                {t("openAct")}
              </Button>
            </Row>
          </Stack>
        </form>
      </Panel>
    </Page>
  );
}

/** Why the case was not opened, with the way to the one there is already. */
function OpeningRefused({ error }: { error: unknown }) {
  const t = useMessages(caseMessages);
  const { params } = problemOf(error);
  return (
    <ProblemNotice
      error={error}
      actions={
        params?.case !== undefined && (
          <Link to="/cases/$id" params={{ id: String(params.case) }}>
            {t("goToCase")}
          </Link>
        )
      }
    />
  );
}
