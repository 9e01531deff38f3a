import { ROLES, type Role } from "@varde/contract/access";
import { type KnownPerson, peopleRoutes } from "@varde/contract/access-people";
import { useState } from "react";
import { useWrite } from "../../platform/api/write.ts";
import { useMessages } from "../../platform/i18n/language.tsx";
import { useDraft } from "../../platform/storage/drafts.ts";
import { Checks, TextArea, TextField } from "../../ui/controls/fields.tsx";
import { FormDialog } from "../../ui/controls/form-dialog.tsx";
import { ProblemNotice } from "../../ui/feedback/problem-notice.tsx";
import { accessMessages } from "../access-messages.ts";
import { peopleMessages } from "./people-messages.ts";

const SHORTEST_REASON = 5;
const SHORTEST_NAME = 2;

interface RolesDraft {
  readonly roles: readonly Role[];
  readonly name: string;
  readonly reason: string;
}

function isRolesDraft(content: unknown): content is RolesDraft {
  if (typeof content !== "object" || content === null) return false;
  const { roles, name, reason } = content as Record<string, unknown>;
  return Array.isArray(roles) && typeof name === "string" && typeof reason === "string";
}

interface GiveRolesDialogProps {
  person: KnownPerson;
  onClose: () => void;
  onDone: (told: string) => void;
}

/** Says which roles a person has whose login provider brings none, and their name where it tells none. */
export function GiveRolesDialog({ person, onClose, onDone }: GiveRolesDialogProps) {
  const t = useMessages(peopleMessages);
  const access = useMessages(accessMessages);
  const { mutate, error, isPending } = useWrite(peopleRoutes.giveRoles);
  const initial: RolesDraft = { roles: person.roles, name: person.name, reason: "" };
  const { content, change, discard } = useDraft(`roles.${person.id}`, initial, isRolesDraft);
  const [checked, setChecked] = useState(false);
  const [name, reason] = [content.name.trim(), content.reason.trim()];
  const [nameShort, reasonShort] = [name.length < SHORTEST_NAME, reason.length < SHORTEST_REASON];

  const submit = () => {
    setChecked(true);
    if (nameShort || reasonShort) return;
    const body = { roles: [...content.roles], reason, ...(name !== person.name && { name }) };
    mutate(
      { params: { id: person.id }, body },
      {
        onSuccess: () => {
          discard();
          onDone(t("rolesGiven", { name }));
        },
      },
    );
  };
  return (
    <FormDialog
      title={t("giveRolesTitle", { name: person.name })}
      act={t("giveRolesAct")}
      cancel={t("cancel")}
      busy={isPending}
      onClose={onClose}
      onAct={submit}
    >
      <Checks
        label={t("roles")}
        hint={t("rolesHint")}
        options={ROLES.map((value) => ({ value, label: access(`role.${value}`) }))}
        chosen={content.roles}
        onChange={(roles) => change({ ...content, roles })}
      />
      <TextField
        label={t("name")}
        description={t("nameHint")}
        value={content.name}
        maxLength={200}
        error={checked && nameShort ? t("nameTooShort") : undefined}
        onChange={({ target }) => change({ ...content, name: target.value })}
      />
      <TextArea
        label={t("reason")}
        description={t("reasonHint")}
        value={content.reason}
        error={checked && reasonShort ? t("reasonTooShort") : undefined}
        onChange={({ target }) => change({ ...content, reason: target.value.slice(0, 500) })}
      />
      {error && <ProblemNotice error={error} />}
    </FormDialog>
  );
}
