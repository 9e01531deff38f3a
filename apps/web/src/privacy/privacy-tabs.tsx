import { useLocation } from "@tanstack/react-router";
import { useMe } from "../access/index.ts";
import { useFormats } from "../platform/formats/use-formats.ts";
import { useMessages } from "../platform/i18n/language.tsx";
import { FilterBar } from "../ui/table/filter-bar.tsx";
import { privacyMessages } from "./privacy-messages.ts";
import { privacyPlacesFor } from "./privacy-places.ts";

/** What people can ask for about themselves, beside each other. */
export function PrivacyTabs() {
  const t = useMessages(privacyMessages);
  const formats = useFormats();
  const { permissions } = useMe();
  const { pathname } = useLocation();
  return (
    <FilterBar
      label={t("places")}
      writeNumber={formats.number}
      filters={privacyPlacesFor(permissions).map(({ name, to }) => ({
        key: name,
        label: t(`place.${name}`),
        chosen: pathname === to,
        to: { to },
      }))}
    />
  );
}
