import { type Colleague, standingRoutes } from "@varde/contract/standing";
import { type Ref, useRef, useState } from "react";
import { useRead } from "../../platform/api/read.ts";
import { useWrite } from "../../platform/api/write.ts";
import { useMessages } from "../../platform/i18n/language.tsx";
import { useDraft } from "../../platform/storage/drafts.ts";
import { Checks, Select, TextArea, TextField } from "../../ui/controls/fields.tsx";
import { FormDialog } from "../../ui/controls/form-dialog.tsx";
import { ProblemNotice } from "../../ui/feedback/problem-notice.tsx";
import { useToast } from "../../ui/feedback/toasts.tsx";
import { accessMessages } from "../access-messages.ts";
import { useMe } from "../me.ts";
import { useUnitName } from "../units/use-unit-name.ts";
import { type AppointErrors, EMPTY_APPOINTMENT, isAppointDraft, readAppointment } from "./appoint-draft.ts";
import { standInMessages } from "./stand-in-messages.ts";

interface AppointDialogProps {
  /** Whether the reader is the one who is away. */
  own?: boolean;
  onClose: () => void;
}

/** Lets somebody act in the reader's place, or in another's, for a period and with limits. What was written is kept. */
export function AppointDialog({ own = false, onClose }: AppointDialogProps) {
  const t = useMessages(standInMessages);
  const say = useToast();
  const { person } = useMe();
  const { data } = useRead(standingRoutes.listColleagues);
  const appoint = useWrite(standingRoutes.appointStandIn);
  const draft = useDraft(own ? "own-stand-in" : "stand-in", EMPTY_APPOINTMENT, isAppointDraft);
  const { content, change, discard } = draft;
  const [checked, setChecked] = useState(false);
  const first = useRef<HTMLSelectElement>(null);
  const reading = readAppointment(content, own);
  const errors: AppointErrors = checked ? reading.errors : {};
  const wrong = (field: keyof AppointErrors) => errors[field] && t(`error.${errors[field]}`);
  const colleagues = data?.colleagues ?? [];
  const absentId = own ? person.id : content.absentId;

  const submit = () => {
    setChecked(true);
    if (!reading.body) return;
    appoint.mutate(
      { body: reading.body },
      {
        onSuccess: ({ standIn }) => {
          discard();
          say(t("given", { name: standIn.name }));
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title={own ? t("giveOwnTitle") : t("giveTitle")}
      act={t("giveAct")}
      cancel={t("cancel")}
      busy={appoint.isPending}
      focus={first}
      onClose={onClose}
      onAct={submit}
    >
      <p>{t("giveText")}</p>
      {!own && (
        <ColleagueChoice
          ref={first}
          label={t("absent")}
          error={wrong("absentId")}
          colleagues={colleagues.filter(({ id }) => id !== content.standInId)}
          chosen={content.absentId}
          onChange={(id) => change({ ...content, absentId: id, permissions: [], units: [] })}
        />
      )}
      <ColleagueChoice
        {...(own && { ref: first })}
        label={t("standIn")}
        error={wrong("standInId")}
        colleagues={colleagues.filter(({ id }) => id !== absentId && id !== person.id)}
        chosen={content.standInId}
        onChange={(standInId) => change({ ...content, standInId })}
      />
      <TextField
        label={t("from")}
        description={t("fromHint")}
        placeholder={t("dateHint")}
        value={content.from}
        error={wrong("from")}
        onChange={({ target }) => change({ ...content, from: target.value })}
      />
      <TextField
        label={t("until")}
        placeholder={t("dateHint")}
        value={content.until}
        error={wrong("until")}
        onChange={({ target }) => change({ ...content, until: target.value })}
      />
      <Limits own={own} absentId={absentId} content={content} change={change} />
      <TextArea
        label={t("reason")}
        description={t("reasonHint")}
        value={content.reason}
        error={wrong("reason")}
        onChange={({ target }) => change({ ...content, reason: target.value.slice(0, 2000) })}
      />
      {appoint.error && <ProblemNotice error={appoint.error} />}
    </FormDialog>
  );
}

type Draft = ReturnType<typeof useDraft<typeof EMPTY_APPOINTMENT>>;

/** What the stand-in is limited to. What one may pass on oneself is known; for others the units are what one chooses among. */
function Limits({
  own,
  absentId,
  content,
  change,
}: Pick<Draft, "content" | "change"> & { own: boolean; absentId: string }) {
  const t = useMessages(standInMessages);
  const access = useMessages(accessMessages);
  const unitName = useUnitName();
  const standing = useRead(standingRoutes.getStanding).data;
  const { data } = useRead(standingRoutes.listColleagues);
  const units = data?.colleagues.find(({ id }) => id === absentId)?.units ?? [];
  return (
    <>
      {own && (standing?.mayPassOn.length ?? 0) > 0 && (
        <Checks
          label={t("permissions")}
          hint={t("limitHint")}
          options={(standing?.mayPassOn ?? []).map((value) => ({
            value,
            label: access(`permission.${value}`),
          }))}
          chosen={content.permissions}
          onChange={(permissions) => change({ ...content, permissions })}
        />
      )}
      {units.length > 0 && (
        <Checks
          label={t("units")}
          hint={t("unitsHint")}
          options={units.map((value) => ({ value, label: unitName(value) }))}
          chosen={content.units}
          onChange={(chosen) => change({ ...content, units: chosen })}
        />
      )}
    </>
  );
}

interface ColleagueChoiceProps {
  label: string;
  error: string | undefined;
  colleagues: readonly Colleague[];
  chosen: string;
  onChange: (id: string) => void;
  ref?: Ref<HTMLSelectElement>;
}

function ColleagueChoice({ label, error, colleagues, chosen, onChange, ref }: ColleagueChoiceProps) {
  const t = useMessages(standInMessages);
  const access = useMessages(accessMessages);
  return (
    <Select
      {...(ref && { ref })}
      label={label}
      error={error}
      value={chosen}
      onChange={({ target }) => onChange(target.value)}
    >
      <option value="">{t("choosePerson")}</option>
      {colleagues.map(({ id, name, roles }) => (
        <option key={id} value={id}>
          {t("withRole", { name, roles: roles.map((role) => access(`role.${role}`)).join(", ") })}
        </option>
      ))}
    </Select>
  );
}
