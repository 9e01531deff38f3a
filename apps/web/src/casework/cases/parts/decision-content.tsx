import type { DecisionVersionView } from "@varde/contract/cases";
import { useFormats } from "../../../platform/formats/use-formats.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Facts } from "../../../ui/layout/facts.tsx";
import { Stack } from "../../../ui/layout/stack.tsx";
import { caseMessages } from "../case-messages.ts";
import { useCaseWords } from "../words/use-case-words.ts";
import { useActorName } from "../words/use-done.ts";
import styles from "./parts.module.css";

/** Everything a version of a decision says: what approval is bound to. */
export function DecisionContent({ version }: { version: DecisionVersionView }) {
  const t = useMessages(caseMessages);
  const words = useCaseWords();
  const formats = useFormats();
  const nameOf = useActorName();
  const { outcome, effectiveFrom, conditions, legalBases, letter, contentHash } = version;
  return (
    <Stack>
      <Facts
        facts={[
          [
            t("outcome"),
            <strong key="outcome">{t.find(`option.${outcome}`) ?? words.value(outcome)}</strong>,
          ],
          [t("effectiveOn"), effectiveFrom && formats.date(effectiveFrom)],
          [t("conditions"), conditions.length > 0 && conditions.join(" · ")],
          [
            t("legalBases"),
            legalBases.map(({ key, provision, text }) => (
              <details key={key}>
                <summary>{provision}</summary>
                <p className="quiet">{text}</p>
              </details>
            )),
          ],
          [t("versionBy"), `${version.version}, ${nameOf(version.by)}, ${formats.dateTime(version.at)}`],
          [t("contentHash"), <code key="hash">{contentHash.slice(0, 16)}</code>],
        ]}
      />
      <div className={styles.letter}>{letter}</div>
    </Stack>
  );
}
