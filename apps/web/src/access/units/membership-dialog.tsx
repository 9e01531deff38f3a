import { type Colleague, standingRoutes } from "@varde/contract/standing";
import { useState } from "react";
import { useRead } from "../../platform/api/read.ts";
import { useWrite } from "../../platform/api/write.ts";
import { useLanguage, useMessages } from "../../platform/i18n/language.tsx";
import { Checks, Select } from "../../ui/controls/fields.tsx";
import { FormDialog } from "../../ui/controls/form-dialog.tsx";
import { ProblemNotice } from "../../ui/feedback/problem-notice.tsx";
import { useToast } from "../../ui/feedback/toasts.tsx";
import { unitMessages } from "./unit-messages.ts";

/** Says which units a person belongs to, or lets the roles decide. */
export function MembershipDialog({ colleague, onClose }: { colleague: Colleague; onClose: () => void }) {
  const t = useMessages(unitMessages);
  const say = useToast();
  const { language } = useLanguage();
  const { data } = useRead(standingRoutes.listUnits);
  const { mutate, error, isPending } = useWrite(standingRoutes.chooseUnits);
  const [byHand, setByHand] = useState(colleague.unitsChosen);
  const [units, setUnits] = useState(colleague.units);
  return (
    <FormDialog
      title={t("chooseFor", { name: colleague.name })}
      act={t("save")}
      cancel={t("cancel")}
      busy={isPending}
      onClose={onClose}
      onAct={() =>
        mutate(
          { params: { id: colleague.id }, body: { units: byHand ? [...units] : null } },
          {
            onSuccess: () => {
              say(t("unitsSaved", { name: colleague.name }));
              onClose();
            },
          },
        )
      }
    >
      <Select
        label={t("why")}
        value={byHand ? "chosen" : "fromRoles"}
        onChange={({ target }) => setByHand(target.value === "chosen")}
      >
        <option value="fromRoles">{t("fromRoles")}</option>
        <option value="chosen">{t("chosen")}</option>
      </Select>
      {byHand && (
        <Checks
          label={t("units")}
          options={(data?.units ?? [])
            .filter(({ closed, code }) => !closed || units.includes(code))
            .map(({ code, name }) => ({ value: code, label: name[language] }))}
          chosen={units}
          onChange={setUnits}
        />
      )}
      {error && <ProblemNotice error={error} />}
    </FormDialog>
  );
}
