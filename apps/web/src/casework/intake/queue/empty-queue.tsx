import { useMessages } from "../../../platform/i18n/language.tsx";
import { ButtonLink } from "../../../ui/controls/button.tsx";
import { Empty } from "../../../ui/feedback/empty.tsx";
import { intakeMessages } from "../intake-messages.ts";
import type { QueueSearch } from "./queue-search.ts";

/** Why there is nothing here: nothing has come, nothing is in trouble, or nothing fits. */
export function EmptyQueue({ search: { state, reason, search } }: { search: QueueSearch }) {
  const t = useMessages(intakeMessages);
  if (state === "quarantined" && !reason && !search)
    return <Empty title={t("emptyQuarantine")}>{t("emptyQuarantineText")}</Empty>;
  if (state || reason || search)
    return (
      <Empty title={t("emptyFilter")} actions={<ButtonLink to="/intake">{t("showAll")}</ButtonLink>}>
        {t("emptyFilterText")}
      </Empty>
    );
  return <Empty title={t("emptyAll")}>{t("emptyAllText")}</Empty>;
}
