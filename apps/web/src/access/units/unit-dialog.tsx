import { LANGUAGES } from "@varde/contract/access";
import { standingRoutes, type UnitView } from "@varde/contract/standing";
import { useRef, useState } from "react";
import { useWrite } from "../../platform/api/write.ts";
import { useLanguage, useMessages } from "../../platform/i18n/language.tsx";
import { Select, TextField } from "../../ui/controls/fields.tsx";
import { FormDialog } from "../../ui/controls/form-dialog.tsx";
import { ProblemNotice } from "../../ui/feedback/problem-notice.tsx";
import { useToast } from "../../ui/feedback/toasts.tsx";
import { unitMessages } from "./unit-messages.ts";

const CODE = /^[a-z][a-z0-9-]{1,39}$/;
const SHORTEST_NAME = 2;
const NEW_UNIT = { code: "", parent: null, name: { nb: "", nn: "", en: "" }, closed: false };

interface UnitDialogProps {
  units: readonly UnitView[];
  /** The unit that is changed; a new one where none is given. */
  unit: UnitView | undefined;
  onClose: () => void;
}

/** Names a unit in every language and says where it stands; closes one, or opens it again. */
export function UnitDialog({ units, unit, onClose }: UnitDialogProps) {
  const t = useMessages(unitMessages);
  const say = useToast();
  const { language } = useLanguage();
  const add = useWrite(standingRoutes.addUnit);
  const change = useWrite(standingRoutes.changeUnit);
  const [written, write] = useState<Pick<UnitView, "code" | "parent" | "name" | "closed">>(unit ?? NEW_UNIT);
  const [checked, setChecked] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const { code, parent, name, closed } = written;
  const isShort = (one: keyof typeof name) => name[one].trim().length < SHORTEST_NAME;
  const codeWrong = !CODE.test(code);
  const error = add.error ?? change.error;

  const submit = () => {
    setChecked(true);
    if (codeWrong || LANGUAGES.some(isShort)) return;
    const told = {
      onSuccess: () => {
        say(t("unitSaved", { unit: name[language] }));
        onClose();
      },
    };
    if (unit) change.mutate({ params: { code }, body: { parent, name, closed } }, told);
    else add.mutate({ body: { code, parent, name } }, told);
  };
  return (
    <FormDialog
      title={unit ? t("changeOf", { unit: unit.name[language] }) : t("add")}
      act={t("save")}
      cancel={t("cancel")}
      busy={add.isPending || change.isPending}
      focus={first}
      onClose={onClose}
      onAct={submit}
    >
      {LANGUAGES.map((one, place) => (
        <TextField
          key={one}
          {...(place === 0 && { ref: first })}
          label={t(`name.${one}`)}
          lang={one}
          value={name[one]}
          maxLength={100}
          error={checked && isShort(one) ? t("nameTooShort") : undefined}
          onChange={({ target }) => write({ ...written, name: { ...name, [one]: target.value } })}
        />
      ))}
      {!unit && (
        <TextField
          label={t("code")}
          description={t("codeHint")}
          value={code}
          maxLength={40}
          error={checked && codeWrong ? t("codeHint") : undefined}
          onChange={({ target }) => write({ ...written, code: target.value })}
        />
      )}
      <Select
        label={t("parent")}
        value={parent ?? ""}
        onChange={({ target }) => write({ ...written, parent: target.value || null })}
      >
        <option value="">{t("top")}</option>
        {units
          .filter((other) => other.code !== unit?.code)
          .map((other) => (
            <option key={other.code} value={other.code}>
              {other.name[language]}
            </option>
          ))}
      </Select>
      {unit && (
        <Select
          label={t("state")}
          value={closed ? "closed" : "open"}
          onChange={({ target }) => write({ ...written, closed: target.value === "closed" })}
        >
          <option value="open">{t("open")}</option>
          <option value="closed">{t("closed")}</option>
        </Select>
      )}
      {error && <ProblemNotice error={error} />}
    </FormDialog>
  );
}
