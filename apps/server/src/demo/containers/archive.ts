import { zipSync } from "fflate";

/** A time that archives carry for every file, in local parts since that is how the format keeps it. */
const PACKED = new Date(2026, 0, 1, 12);

/** Files as a zip archive; the same files give the same bytes. */
export function writeArchive(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, [bytes, { mtime: PACKED }]])),
    { level: 6 },
  );
}
