import { type CaseOfficer, caseRoutes } from "@varde/contract/cases";
import { useRef, useState } from "react";
import { useRead } from "../../../platform/api/read.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Button } from "../../../ui/controls/button.tsx";
import { Dialog } from "../../../ui/controls/dialog.tsx";
import { Select } from "../../../ui/controls/fields.tsx";
import { queueMessages } from "./queue-messages.ts";

interface GiveDialogProps {
  busy: boolean;
  onClose: () => void;
  onGive: (personId: string) => void;
}

/** Asks whom cases are given to; says how many each has, and who is away. */
export function GiveDialog({ busy, onClose, onGive }: GiveDialogProps) {
  const t = useMessages(queueMessages);
  const { data } = useRead(caseRoutes.listCaseOfficers);
  const [chosen, setChosen] = useState("");
  const field = useRef<HTMLSelectElement>(null);
  return (
    <Dialog
      title={t("giveTitle")}
      focus={field}
      onClose={onClose}
      footer={
        <>
          <Button kind="primary" loading={busy} disabled={chosen === ""} onClick={() => onGive(chosen)}>
            {t("giveAct")}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {t("cancel")}
          </Button>
        </>
      }
    >
      <Select
        ref={field}
        label={t("giveTo")}
        value={chosen}
        onChange={({ target }) => setChosen(target.value)}
      >
        <option value="">{t("chooseOfficer")}</option>
        {data?.officers.map((officer) => (
          <option key={officer.id} value={officer.id}>
            <OfficerName officer={officer} />
          </option>
        ))}
      </Select>
    </Dialog>
  );
}

function OfficerName({ officer: { name, openCases, absentUntil, standIn } }: { officer: CaseOfficer }) {
  const t = useMessages(queueMessages);
  return absentUntil === null
    ? t("officerLoad", { name, count: openCases })
    : t("officerAway", { name, standIn: standIn ?? t("noStandIn") });
}
