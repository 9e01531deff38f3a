import { useFormats, useNow } from "../../platform/formats/use-formats.ts";

/** How long ago, with the exact instant for those who ask. */
export function Age({ at }: { at: string }) {
  const formats = useFormats();
  const now = useNow();
  return (
    <time dateTime={at} title={formats.dateTime(at)} className="number">
      {formats.age(at, now)}
    </time>
  );
}

/** An instant as date and clock. */
export function Instant({ at }: { at: string }) {
  const formats = useFormats();
  return (
    <time dateTime={at} className="number">
      {formats.dateTime(at)}
    </time>
  );
}
