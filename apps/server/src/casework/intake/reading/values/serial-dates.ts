import { SSF } from "@e965/xlsx";

/** ISO date of a spreadsheet's serial day number; the text of the number itself where it is no day. */
export function isoOfSerial(serial: number, since1904 = false): string {
  const date = SSF.parse_date_code(serial, { date1904: since1904 }) as {
    y: number;
    m: number;
    d: number;
  } | null;
  if (!date) return String(serial);
  return `${String(date.y).padStart(4, "0")}-${String(date.m).padStart(2, "0")}-${String(date.d).padStart(2, "0")}`;
}
