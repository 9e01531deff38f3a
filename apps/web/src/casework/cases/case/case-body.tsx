import { Link, useNavigate } from "@tanstack/react-router";
import { caseRoutes } from "@varde/contract/cases";
import { api } from "../../../platform/api/client.ts";
import { useFormats } from "../../../platform/formats/use-formats.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { useShortcut } from "../../../platform/keyboard/keyboard.tsx";
import { useToast } from "../../../ui/feedback/toasts.tsx";
import { Mark } from "../../../ui/figures/mark.tsx";
import { Page } from "../../../ui/layout/page.tsx";
import { Stack } from "../../../ui/layout/stack.tsx";
import { useActs } from "../acts/use-acts.ts";
import { caseMessages } from "../case-messages.ts";
import { Alerts } from "../parts/alerts.tsx";
import { Assessment } from "../parts/assessment.tsx";
import { Decision } from "../parts/decision.tsx";
import { Documents } from "../parts/documents.tsx";
import { Effectuation } from "../parts/effectuation.tsx";
import { Handover } from "../parts/handover.tsx";
import { Hearing } from "../parts/hearing.tsx";
import { LookUps } from "../parts/look-ups.tsx";
import { Person } from "../parts/person.tsx";
import { SideMatters } from "../parts/side-matters.tsx";
import { Due, FlagMarks, PriorityMark } from "../queue/case-marks.tsx";
import { Story } from "../story/story.tsx";
import { Attachments } from "../work/attachments.tsx";
import { Links } from "../work/links.tsx";
import { Notes } from "../work/notes.tsx";
import { Tasks } from "../work/tasks.tsx";
import { Assigned } from "./assigned.tsx";
import styles from "./case.module.css";
import { ControlPoints } from "./control-points.tsx";
import { Deadlines } from "./deadlines.tsx";
import { NextAction } from "./next-action.tsx";
import { OtherActs } from "./other-acts.tsx";
import { Priority } from "./priority.tsx";
import { StageRibbon } from "./stage-ribbon.tsx";
import { WhyNot } from "./why-not.tsx";

export function CaseBody() {
  const t = useMessages(caseMessages);
  const formats = useFormats();
  const { view } = useActs();
  const { case: row, person } = view;
  const name = [row.forename, row.surname].filter(Boolean).join(" ") || t("noName");
  useCaseShortcuts(row.id);
  return (
    <Page
      title={`${row.number} ${name}`}
      marks={
        <>
          {row.priority && <PriorityMark priority={row.priority} />}
          <FlagMarks flags={row.flags} />
          {view.procedure.pause && <Mark tone="warn">{t("paused")}</Mark>}
        </>
      }
      lead={
        <>
          <Link to="/people/$hpr" params={{ hpr: String(row.hprNumber) }}>
            {t("hpr", { number: String(row.hprNumber) })}
          </Link>
          {row.birthDate && ` · ${t("born", { date: formats.date(row.birthDate) })}`}
          {row.countries.length > 0 && ` · ${row.countries.map(formats.country).join(", ")}`} ·{" "}
          {t("openedOn", { date: formats.date(row.openedAt) })} <Due row={row} />
        </>
      }
    >
      <StageRibbon />
      <NextAction />
      <div className={styles.columns}>
        <Stack>
          <Handover />
          <Decision />
          <Hearing />
          <Assessment />
          <Effectuation />
          <SideMatters />
          <Documents />
          <LookUps />
          <Alerts />
          {person && <Person person={person} />}
          <OtherActs />
        </Stack>
        <Stack>
          <ControlPoints />
          <Assigned />
          <Deadlines />
          <Tasks />
          <Priority />
          <Notes />
          <Attachments />
          <Links />
          <WhyNot />
        </Stack>
        <Story />
      </div>
    </Page>
  );
}

/** The keys of the page: the next case, the queue, and writing a note. */
function useCaseShortcuts(id: number) {
  const t = useMessages(caseMessages);
  const navigate = useNavigate();
  const say = useToast();
  const goNext = async () => {
    const next = await api(caseRoutes.nextCase, { query: { after: id } });
    if (next.id === null) say(t("noNext"));
    else await navigate({ to: "/cases/$id", params: { id: String(next.id) } });
  };
  useShortcut("n", t("nextCase"), () => void goNext());
  useShortcut("u", t("toQueue"), () => void navigate({ to: "/cases" }));
}
