const dayFormat = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Oslo", dateStyle: "short" });

/** The calendar day (YYYY-MM-DD) of an ISO instant in Norway, whose journals the archive keeps. */
export function archiveDay(instant: string): string {
  return dayFormat.format(new Date(instant));
}

/** The instant a letter came or went: when it was recorded, or the beginning of the earlier day that was named for it. */
export function exchangedAt({
  at,
  documentDate,
}: {
  readonly at: string;
  readonly documentDate: string;
}): string {
  return documentDate === archiveDay(at) ? at : `${documentDate}T00:00:00`;
}
