import type { MessageRow } from "@varde/contract/intake";
import { useMessages } from "../../../../platform/i18n/language.tsx";
import { Notice } from "../../../../ui/feedback/notice.tsx";
import { termMessages } from "../../../terms/index.ts";
import { intakeMessages } from "../../intake-messages.ts";
import type { Fault } from "./fault.ts";

/** Why a message, or one part of it, could not be read, and what to do. */
export function FaultNotice({ fault, reason }: { fault: Fault; reason: MessageRow["reason"] }) {
  const t = useMessages(intakeMessages);
  const terms = useMessages(termMessages);
  const { part, fileName, line, cause } = fault;
  const what = terms.find(`reason.${reason}`) ?? reason;
  const title = fileName ? t("faultIn", { file: fileName }) : part ? t("faultHere") : what;
  return (
    <Notice tone="warning" title={title}>
      {t.find(`cause.${cause}`) ?? what}
      {line !== undefined && ` (${t("place", { line })})`}. {t("faultAdvice")}
    </Notice>
  );
}
