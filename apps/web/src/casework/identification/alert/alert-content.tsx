import { Link } from "@tanstack/react-router";
import type { AlertView } from "@varde/contract/identification";
import { FIELD_NAMES } from "@varde/contract/intake";
import { useState } from "react";
import { useFormats } from "../../../platform/formats/use-formats.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Select } from "../../../ui/controls/fields.tsx";
import { Mark } from "../../../ui/figures/mark.tsx";
import { Panel } from "../../../ui/layout/panel.tsx";
import { termMessages, useFieldText } from "../../terms/index.ts";
import { identificationMessages } from "../identification-messages.ts";
import styles from "./alert-content.module.css";

/** What the sender has said, version by version, with what each one changed. */
export function AlertContent({ versions }: { versions: AlertView["versions"] }) {
  const t = useMessages(identificationMessages);
  const terms = useMessages(termMessages);
  const formats = useFormats();
  const text = useFieldText();
  const [chosen, choose] = useState<number>();
  const version = versions.find(({ id }) => id === chosen) ?? versions[0];
  if (!version) return null;
  const changed = new Set(version.changed);
  return (
    <Panel
      title={t("theAlert")}
      aside={
        <>
          <Mark>{terms(`kind.${version.kind}`)}</Mark>
          <Link to="/intake/messages/$id" params={{ id: String(version.messageId) }}>
            {t("openMessage")}
          </Link>
        </>
      }
    >
      {versions.length > 1 && (
        <Select
          className={styles.versions}
          label={t("version")}
          hideLabel
          value={version.id}
          onChange={({ target }) => choose(Number(target.value))}
        >
          {versions.map(({ id, recordedAt, kind }, index) => (
            <option key={id} value={id}>
              {t("versionOf", { number: versions.length - index, total: versions.length })} ·{" "}
              {terms(`kind.${kind}`)} · {formats.date(recordedAt)}
            </option>
          ))}
        </Select>
      )}
      <dl className={styles.fields}>
        {FIELD_NAMES.map((field) => {
          const reading = version.fields[field];
          if (!reading) return null;
          return (
            <div key={field} className={styles.field} data-changed={changed.has(field)}>
              <dt>{terms(`field.${field}`)}</dt>
              <dd>
                {text(field, reading.value)}{" "}
                {changed.has(field) && (
                  <Mark tone="warn" symbol="Δ">
                    {t("changed")}
                  </Mark>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </Panel>
  );
}
