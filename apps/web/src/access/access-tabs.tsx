import { useLocation } from "@tanstack/react-router";
import { useFormats } from "../platform/formats/use-formats.ts";
import { useMessages } from "../platform/i18n/language.tsx";
import { FilterBar } from "../ui/table/filter-bar.tsx";
import { accessMessages } from "./access-messages.ts";
import { accessPlacesFor } from "./access-places.ts";
import { useMe } from "./me.ts";

/** The pages that say who may, beside each other. */
export function AccessTabs() {
  const t = useMessages(accessMessages);
  const formats = useFormats();
  const { permissions } = useMe();
  const { pathname } = useLocation();
  return (
    <FilterBar
      label={t("accessPlaces")}
      writeNumber={formats.number}
      filters={accessPlacesFor(permissions).map(({ name, to }) => ({
        key: name,
        label: t(`place.${name}`),
        chosen: pathname.startsWith(to),
        to: { to },
      }))}
    />
  );
}
