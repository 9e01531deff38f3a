import { Link } from "@tanstack/react-router";
import { type EntryView, FIELD_NAMES, type FieldName } from "@varde/contract/intake";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Empty } from "../../../ui/feedback/empty.tsx";
import { Mark } from "../../../ui/figures/mark.tsx";
import { Panel } from "../../../ui/layout/panel.tsx";
import { Stack } from "../../../ui/layout/stack.tsx";
import { termMessages, useFieldText } from "../../terms/index.ts";
import { intakeMessages } from "../intake-messages.ts";
import styles from "./entries.module.css";
import { PlaceButton } from "./place-button.tsx";
import { usePlaces } from "./places.tsx";

interface EntriesProps {
  entries: readonly EntryView[];
  /** How many there are in the message, where not all of them are shown. */
  total?: number;
}

/** What was read in the message, alert by alert, each field tied to its line. */
export function Entries({ entries, total = entries.length }: EntriesProps) {
  const t = useMessages(intakeMessages);
  if (entries.length === 0)
    return (
      <Panel title={t("read")}>
        <Empty title={t("nothingRead")}>{t("nothingReadText")}</Empty>
      </Panel>
    );
  return (
    <Stack>
      {entries.map((entry) => (
        <Entry key={entry.ordinal} entry={entry} total={total} />
      ))}
    </Stack>
  );
}

function Entry({ entry, total }: { entry: EntryView; total: number }) {
  const t = useMessages(intakeMessages);
  const terms = useMessages(termMessages);
  const troubled = new Map(entry.problems.map((problem) => [problem.field, problem]));
  const title = total > 1 ? t("entry", { number: entry.ordinal, total }) : t("read");
  return (
    <Panel
      title={title}
      aside={
        <>
          <Mark>{terms(`kind.${entry.kind}`)}</Mark>
          {entry.alertId !== null && (
            <Link to="/alerts/$id" params={{ id: String(entry.alertId) }}>
              {t("openAlert")}
            </Link>
          )}
        </>
      }
    >
      {entry.missing.length > 0 && (
        <div className={styles.missing}>
          {entry.missing.map((one) => (
            <Mark key={one} tone="bad">
              {terms(`missing.${one}`)}
            </Mark>
          ))}
        </div>
      )}
      <dl className={styles.fields}>
        {FIELD_NAMES.filter((field) => entry.fields[field] || troubled.has(field)).map((field) => (
          <Field key={field} field={field} reading={entry.fields[field]} problem={troubled.get(field)} />
        ))}
      </dl>
    </Panel>
  );
}

interface FieldProps {
  field: FieldName;
  reading: EntryView["fields"][FieldName];
  problem: EntryView["problems"][number] | undefined;
}

function Field({ field, reading, problem }: FieldProps) {
  const t = useMessages(intakeMessages);
  const terms = useMessages(termMessages);
  const text = useFieldText();
  const { point } = usePlaces();
  const source = reading ?? problem;
  const value = reading && text(field, reading.value);
  return (
    <div
      className={styles.field}
      onMouseEnter={() => source && point(source.from, source.raw)}
      onMouseLeave={() => point(null)}
    >
      <dt>{terms(`field.${field}`)}</dt>
      <dd>
        <span className={styles.value}>{value ?? problem?.raw}</span>
        {reading && value !== reading.raw && reading.value !== reading.raw && (
          <span className={styles.raw}>{t("asSent", { raw: reading.raw })}</span>
        )}
        {problem && (
          <Mark tone="warn">
            {terms.find(`fieldProblem.${problem.code}`) ?? problem.code}
            {reading && `: «${problem.raw}»`}
          </Mark>
        )}
        {source && <PlaceButton field={field} place={source.from} raw={source.raw} />}
      </dd>
    </div>
  );
}
