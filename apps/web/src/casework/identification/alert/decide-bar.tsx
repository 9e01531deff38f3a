import type { Ability } from "@varde/contract";
import type { AlertView, CandidateView, IdentityDecision } from "@varde/contract/identification";
import { useState } from "react";
import { useMay, useMe } from "../../../access/index.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { useShortcut } from "../../../platform/keyboard/keyboard.tsx";
import { Button } from "../../../ui/controls/button.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Refusal } from "../../../ui/feedback/problem-notice.tsx";
import { Row, Stack } from "../../../ui/layout/stack.tsx";
import { identificationMessages } from "../identification-messages.ts";
import { nameOf } from "../name-of.ts";
import { DecideDialog, type Wanted } from "./decide-dialog.tsx";
import type { PrimaryAct } from "./primary-act.ts";

const NO: Ability = { allowed: false, code: "permissionMissing" };
/** The abilities of an alert tell what its state permits; who may decide at all is the role's. */
const NOT_PERMITTED = { confirm: NO, reject: NO, ask: NO };

interface DecideBarProps {
  view: AlertView;
  candidate: CandidateView | undefined;
  primary: PrimaryAct;
}

/** The decision an officer can take now, or why not. */
export function DecideBar({ view, candidate, primary }: DecideBarProps) {
  const t = useMessages(identificationMessages);
  const [wanted, want] = useState<Wanted>();
  const mayDecide = useMay("decideIdentity");
  const { confirm, reject, ask } = mayDecide ? view.abilities : NOT_PERMITTED;
  const chosen = candidate && {
    decision: "confirm" as const,
    hprNumber: candidate.person.hprNumber,
    name: nameOf(candidate.person),
  };
  const confirmed = view.decisions.find(
    ({ decision, standing }) => decision === "confirm" && standing === "effective",
  );
  const confirmable = confirm.allowed && chosen !== undefined && confirmed?.hprNumber !== chosen.hprNumber;
  const kindOf = (act: PrimaryAct) => (act === primary ? "primary" : "secondary");
  useShortcut("b", t("confirm"), () => want(chosen), confirmable);
  useShortcut("a", t("reject"), () => want({ decision: "reject" }), reject.allowed);

  return (
    <Stack tight>
      {mayDecide && <SecondOfficer view={view} onDecideSame={want} />}
      <Row>
        {confirmable && (
          <Button kind={kindOf("confirm")} onClick={() => want(chosen)}>
            {t("confirmPerson", { name: chosen.name })}
          </Button>
        )}
        {reject.allowed && (
          <Button kind={kindOf("reject")} onClick={() => want({ decision: "reject" })}>
            {t("reject")}
          </Button>
        )}
        {ask.allowed && (
          <Button kind={kindOf("ask")} onClick={() => want({ decision: "ask" })}>
            {t("ask")}
          </Button>
        )}
        {confirm.allowed && (
          <Button kind="quiet" onClick={() => want({ decision: "confirm" })}>
            {t("confirmOther")}
          </Button>
        )}
      </Row>
      <Refusals abilities={{ confirm, reject, ask }} />
      {wanted && <DecideDialog view={view} wanted={wanted} onClose={() => want(undefined)} />}
    </Stack>
  );
}

/** Why what is not offered is not: once where it is the same for every decision. */
function Refusals({ abilities }: { abilities: AlertView["abilities"] }) {
  const t = useMessages(identificationMessages);
  const { confirm, reject, ask } = abilities;
  const codes = new Set([confirm, reject, ask].map((ability) => (ability.allowed ? "" : ability.code)));
  if (codes.size === 1) return <Refusal ability={confirm} />;
  return (
    <>
      <Refusal ability={confirm} act={t("confirm")} />
      <Refusal ability={reject} act={t("reject")} />
      <Refusal ability={ask} act={t("ask")} />
    </>
  );
}

/** A decision against the engine that waits for another officer to decide the same. */
function SecondOfficer({ view, onDecideSame }: { view: AlertView; onDecideSame: (wanted: Wanted) => void }) {
  const t = useMessages(identificationMessages);
  const { person } = useMe();
  const proposal = view.decisions.find((decision) => decision.standing === "awaitingSecond");
  if (!proposal) return null;
  if (proposal.by === person.name) return <Notice>{t("awaitingSecondYours")}</Notice>;
  const { decision, hprNumber, by, reason } = proposal;
  const same: Wanted =
    hprNumber === null
      ? { decision }
      : { decision, hprNumber, name: t("hpr", { number: String(hprNumber) }) };
  return (
    <Notice
      tone="warning"
      title={t("awaitingSecond", { name: by, decision: t(decisionKey(decision)) })}
      actions={<Button onClick={() => onDecideSame(same)}>{t("decideSame")}</Button>}
    >
      «{reason}»
    </Notice>
  );
}

const decisionKey = (decision: IdentityDecision) => `decision.${decision}` as const;
