const dayFormat = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Oslo", dateStyle: "short" });

/** The calendar day (YYYY-MM-DD) of an ISO instant in Norway, whose journals the archive keeps. */
export function archiveDay(instant: string): string {
  return dayFormat.format(new Date(instant));
}
