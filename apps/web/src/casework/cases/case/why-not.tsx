import type { ActRefusal, CaseActName } from "@varde/contract/cases";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Panel } from "../../../ui/layout/panel.tsx";
import { Stack } from "../../../ui/layout/stack.tsx";
import { isAct } from "../acts/fields/act-fields.ts";
import { Reasons } from "../acts/reasons.tsx";
import { useActs } from "../acts/use-acts.ts";
import { caseMessages } from "../case-messages.ts";
import { useCaseWords } from "../words/use-case-words.ts";
import styles from "./case.module.css";

/** Refusals that say that an act belongs elsewhere, and not what is lacking. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  "stageForbidsAct",
  "phaseForbidsAct",
  "sideMatterForbidsAct",
]);
const NOT_THEIRS = "permissionMissing";

/** Every act that may not be done now, and why: first those that lack something, then those of others and other stages. */
export function WhyNot() {
  const t = useMessages(caseMessages);
  const words = useCaseWords();
  const { view } = useActs();
  const refused = Object.entries(view.abilities).flatMap(([act, ability]) =>
    ability.allowed || !isAct(act) ? [] : [{ act, reasons: ability.reasons }],
  );
  const lacking = refused.filter(
    ({ reasons }) => !has(reasons, ELSEWHERE) && reasons[0]?.code !== NOT_THEIRS,
  );
  const others = refused.filter(({ reasons }) => reasons[0]?.code === NOT_THEIRS);
  const elsewhere = refused.filter(({ reasons }) => has(reasons, ELSEWHERE));
  return (
    <Panel title={t("whyNot")}>
      <Stack>
        {lacking.map(({ act, reasons }) => (
          <details key={act}>
            <summary className={styles.summary}>{words.act(act)}</summary>
            <Reasons reasons={reasons} />
          </details>
        ))}
        <Names label={t("actsOfOthers")} acts={others} />
        <Names label={t("actsElsewhere")} acts={elsewhere} />
      </Stack>
    </Panel>
  );
}

const has = (reasons: readonly ActRefusal[], codes: ReadonlySet<string>) => codes.has(reasons[0]?.code ?? "");

function Names({ label, acts }: { label: string; acts: readonly { act: CaseActName }[] }) {
  const words = useCaseWords();
  if (acts.length === 0) return null;
  return (
    <details>
      <summary className={styles.summary}>
        {label} ({acts.length})
      </summary>
      <p className="quiet">{acts.map(({ act }) => words.act(act)).join(" · ")}</p>
    </details>
  );
}
