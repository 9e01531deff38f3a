import { caseRoutes } from "@varde/contract/cases";
import { useState } from "react";
import { useReadIf } from "../../../../platform/api/read.ts";
import { useMessages } from "../../../../platform/i18n/language.tsx";
import { Select, TextField } from "../../../../ui/controls/fields.tsx";
import { Stack } from "../../../../ui/layout/stack.tsx";
import { caseMessages } from "../../case-messages.ts";
import type { ShownField } from "./shown-field.ts";

const SHORTEST_SEARCH = 2;

/** Finds another case by its number or whom it is about. */
export function CaseChoice({ label, fault, value, onChange, besides }: ShownField & { besides: number }) {
  const t = useMessages(caseMessages);
  const [search, setSearch] = useState("");
  const { data } = useReadIf(search.trim().length >= SHORTEST_SEARCH, caseRoutes.listCases, {
    query: { list: "all", search: search.trim(), limit: 20 },
  });
  const found = data?.rows.filter(({ id }) => id !== besides) ?? [];
  return (
    <Stack tight>
      <TextField label={t("findCase")} value={search} onChange={({ target }) => setSearch(target.value)} />
      <Select label={label} error={fault} value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{t("choose")}</option>
        {found.map(({ id, number, forename, surname }) => (
          <option key={id} value={id}>
            {[number, forename, surname].filter(Boolean).join(" ")}
          </option>
        ))}
      </Select>
    </Stack>
  );
}
