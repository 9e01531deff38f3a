import type { NextActionView } from "@varde/contract/cases";
import { useFormats } from "../../../platform/formats/use-formats.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { ButtonLink } from "../../../ui/controls/button.tsx";
import { Row, Stack } from "../../../ui/layout/stack.tsx";
import { ActButtons } from "../acts/act-buttons.tsx";
import { isAct } from "../acts/fields/act-fields.ts";
import { Reasons } from "../acts/reasons.tsx";
import { useActs } from "../acts/use-acts.ts";
import { caseMessages } from "../case-messages.ts";
import { useCaseWords } from "../words/use-case-words.ts";
import styles from "./case.module.css";

/** What is to be done next, by whom and when, with the one button that does it; or why it cannot be done yet. */
export function NextAction() {
  const t = useMessages(caseMessages);
  const words = useCaseWords();
  const { view } = useActs();
  const [next, ...others] = view.nextActions;
  if (!next)
    return (
      <section className={styles.next} data-waiting="true" aria-label={t("nextAction")}>
        <div className={styles.nextText}>
          <h2>
            {view.case.outcome
              ? t("closedWith", { outcome: words.value(view.case.outcome) })
              : t("nothingNext")}
          </h2>
        </div>
        <ActButtons acts={["reopenCase"]} />
      </section>
    );
  return (
    <section className={styles.next} data-waiting={next.waiting} aria-label={t("nextAction")}>
      <Stack tight>
        <div className={styles.nextText}>
          <span className="quiet">{next.waiting ? t("waitsFor") : t("nextAction")}</span>
          <h2>{words.action(next)}</h2>
          <Who action={next} />
        </div>
        <NotYet action={next} />
        {others.length > 0 && <Others actions={others} />}
      </Stack>
      <Row>
        <Primary action={next} />
      </Row>
    </section>
  );
}

function Primary({ action: { act } }: { action: NextActionView }) {
  const t = useMessages(caseMessages);
  const { view, may } = useActs();
  const contested = view.alerts.find(({ identity }) => identity === "awaitingDecision");
  if (act === null && contested)
    return (
      <ButtonLink kind="primary" to="/alerts/$id" params={{ id: String(contested.id) }}>
        {t("openAlert")}
      </ButtonLink>
    );
  if (act === null || !isAct(act)) return null;
  if (act === "acceptHandover")
    return (
      <>
        <ActButtons acts={[act]} kind="primary" />
        <ActButtons acts={["returnHandover", "withdrawHandover"]} />
      </>
    );
  return may(act) || view.case.assignee !== null ? (
    <ActButtons acts={[act]} kind="primary" />
  ) : (
    <ActButtons acts={["take"]} kind="primary" />
  );
}

/** Why the reader cannot do what is next, where it is not simply somebody else's turn. */
function NotYet({ action: { act } }: { action: NextActionView }) {
  const { view } = useActs();
  const ability = act === null ? undefined : view.abilities[act];
  if (!ability || ability.allowed) return null;
  return <Reasons reasons={ability.reasons} />;
}

function Who({ action: { owner, role, line, dueOn } }: { action: NextActionView }) {
  const t = useMessages(caseMessages);
  const formats = useFormats();
  return (
    <span className="quiet">
      {owner?.name ?? t(`role.${role}`)} · {t(`line.${line}`)}
      {dueOn && ` · ${t("dueOn", { date: formats.date(dueOn) })}`}
    </span>
  );
}

function Others({ actions }: { actions: readonly NextActionView[] }) {
  const t = useMessages(caseMessages);
  const words = useCaseWords();
  return (
    <p className="quiet">
      {t("alsoToDo")} {actions.map((action) => words.action(action)).join(" · ")}
    </p>
  );
}
