import type { EntryView, FieldName } from "@varde/contract/intake";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { termMessages } from "../../terms/index.ts";
import { intakeMessages } from "../intake-messages.ts";
import styles from "./entries.module.css";
import { usePlaces } from "./places.tsx";

/** Where a field stands in the original, as a button that shows it. */
export function PlaceButton({
  field,
  place,
  raw,
}: {
  field: FieldName;
  place: EntryView["problems"][number]["from"];
  raw: string;
}) {
  const t = useMessages(intakeMessages);
  const terms = useMessages(termMessages);
  const { point, show } = usePlaces();
  const { page, line, cell } = place;
  if (line === undefined && cell === undefined) return null;
  const words = cell
    ? t("placeCell", { cell })
    : page !== undefined
      ? t("placePage", { page, line: line ?? 1 })
      : t("place", { line: line ?? 1 });
  return (
    <button
      type="button"
      className={styles.place}
      aria-label={`${t("showPlace", { field: terms(`field.${field}`) })}, ${words}`}
      onClick={() => show(place, raw)}
      onFocus={() => point(place, raw)}
      onBlur={() => point(null)}
    >
      {words}
    </button>
  );
}
