import { strToU8, zipSync } from "fflate";
import { fileHeader, HARMLESS_ALERT, type HostileMessage, withFiles } from "./hostile-message.ts";

const ZIP = "application/zip";
const zipped = (name: string, bytes: Uint8Array, fileName = "alert.zip"): Uint8Array =>
  withFiles(name, [{ header: fileHeader(ZIP, fileName), bytes }]);

const MEGABYTE = 1024 * 1024;

/** One file of zeros that grows a thousand times when unpacked; larger than any limit at 130 MB. */
const bomb = (megabytes: number): Uint8Array =>
  zipSync({ "circular.csv": [new Uint8Array(megabytes * MEGABYTE), { level: 9 }] });

/** Writes another size of the unpacked file into an archive's headers than it has. */
function lieAboutSize(archive: Uint8Array, size: number): Uint8Array {
  const bytes = Buffer.from(archive);
  const local = bytes.indexOf("PK\u0003\u0004", 0, "latin1");
  const central = bytes.indexOf("PK\u0001\u0002", 0, "latin1");
  bytes.writeUInt32LE(size, local + 22);
  bytes.writeUInt32LE(size, central + 24);
  return bytes;
}

/** An archive in an archive in an archive, so deep. */
function nested(depth: number): Uint8Array {
  let bytes: Uint8Array = zipSync({ "alert.txt": strToU8(HARMLESS_ALERT) });
  for (let level = 1; level < depth; level++) bytes = zipSync({ [`level${level}.zip`]: bytes });
  return bytes;
}

/** Archives that are more, or other, than they seem. */
export const HOSTILE_ARCHIVES: readonly HostileMessage[] = [
  {
    name: "zipBomb",
    about: "130 MB of zeros in an attachment of 130 kB",
    build: () => zipped("zip-bomb", bomb(130)),
    expected: { state: "quarantined", reason: "archiveBomb" },
  },
  {
    name: "zipBombOfBombs",
    about: "sixteen archives of 12 MB of zeros inside one, each small enough by itself",
    build: () => {
      const inner = bomb(12);
      return zipped(
        "zip-bombs",
        zipSync(Object.fromEntries(Array.from({ length: 16 }, (_, i) => [`${i}.zip`, inner]))),
      );
    },
    expected: { state: "quarantined", reason: "archiveBomb" },
  },
  {
    name: "lyingZip",
    about: "an archive whose headers say 100 bytes where there are 130 MB",
    build: () => zipped("lying-zip", lieAboutSize(bomb(130), 100)),
    expected: { state: "quarantined", reason: "archiveBomb", orReason: "brokenAttachment" },
  },
  {
    name: "spreadsheetBomb",
    about: "a workbook one of whose sheets unpacks to 30 MB, a thousand times its size",
    build: () =>
      withFiles("xlsx-bomb", [
        {
          header: fileHeader(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "circular.xlsx",
          ),
          bytes: zipSync({
            "[Content_Types].xml": strToU8(
              '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
            ),
            "xl/workbook.xml": strToU8("<workbook/>"),
            "xl/worksheets/sheet1.xml": [new Uint8Array(30 * MEGABYTE).fill(32), { level: 9 }],
          }),
        },
      ]),
    expected: { state: "quarantined", reason: "archiveBomb" },
  },
  {
    name: "deepZip",
    about: "archives inside one another, forty deep",
    build: () => zipped("deep-zip", nested(40)),
    expected: { state: "quarantined", reason: "tooManyParts" },
  },
  {
    name: "crowdedZip",
    about: "an archive of 3,000 small files",
    build: () => {
      const files = Array.from({ length: 3000 }, (_, i) => [`${i}.txt`, strToU8(`file ${i}`)]);
      return zipped("crowded-zip", zipSync(Object.fromEntries(files)));
    },
    expected: { state: "quarantined", reason: "tooManyParts", orReason: "archiveBomb" },
  },
  {
    name: "zipWithTraversal",
    about: "an archive whose file wants to be unpacked outside the folder",
    build: () => zipped("zip-slip", zipSync({ "../../../etc/cron.d/alert.txt": strToU8(HARMLESS_ALERT) })),
    expected: { state: "quarantined", reason: "dangerousAttachment" },
  },
  {
    name: "brokenZip",
    about: "an archive cut off in the middle",
    build: () =>
      zipped("broken-zip", zipSync({ "alert.txt": strToU8(HARMLESS_ALERT.repeat(3)) }).subarray(0, 120)),
    expected: { state: "quarantined", reason: "brokenAttachment" },
  },
];
