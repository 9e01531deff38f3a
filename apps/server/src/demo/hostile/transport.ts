import iconv from "iconv-lite";
import {
  fileHeader,
  HARMLESS_ALERT,
  type HostileMessage,
  handWritten,
  usualHeaders,
  withFiles,
} from "./hostile-message.ts";

const PLAIN = "Content-Type: text/plain; charset=utf-8";
const CSV = HARMLESS_ALERT.split("\r\n")
  .flatMap((line) => (line.includes(": ") ? [line.split(": ")] : []))
  .reduce<[string[], string[]]>(
    ([heads, cells], [head = "", cell = ""]) => [
      [...heads, head],
      [...cells, cell],
    ],
    [[], []],
  )
  .map((row) => row.join(";"))
  .join("\r\n");

function nestedMessages(depth: number): Uint8Array {
  let message = handWritten([...usualHeaders("innermost"), PLAIN], HARMLESS_ALERT);
  for (let level = 0; level < depth; level++) {
    message = handWritten([...usualHeaders(`level-${level}`), "Content-Type: message/rfc822"], message);
  }
  return message;
}

const thirtyMegabytes = (): Uint8Array => {
  const line = `${"0".repeat(76)}\r\n`;
  return handWritten(
    [...usualHeaders("thirty-megabytes"), PLAIN],
    `${HARMLESS_ALERT}${line.repeat(400_000)}`,
  );
};

const recipients = (count: number): string =>
  `Cc: ${Array.from({ length: count }, (_, i) => `office${i}@authorities.example`).join(",\r\n ")}`;

/** Messages whose envelope, size or encoding is the trouble. */
export const HOSTILE_TRANSPORTS: readonly HostileMessage[] = [
  {
    name: "noBytes",
    about: "a file without a single byte",
    build: () => new Uint8Array(0),
    expected: { state: "quarantined", reason: "emptyMessage" },
  },
  {
    name: "headersOnly",
    about: "headers and nothing below them",
    build: () => handWritten([...usualHeaders("headers-only"), PLAIN], ""),
    expected: { state: "quarantined", reason: "emptyMessage" },
  },
  {
    name: "thirtyMegabytes",
    about: "an alert with 30 MB of digits below it",
    build: thirtyMegabytes,
    expected: { state: "quarantined", reason: "tooLarge" },
  },
  {
    name: "randomBytes",
    about: "bytes that are no message at all",
    build: () => Uint8Array.from({ length: 20_000 }, (_, i) => (i * 7919 + ((i * i) >> 3)) & 0xff),
    expected: { state: "quarantined" },
  },
  {
    name: "lostBoundary",
    about: "parts divided by another boundary than the header names",
    build: () =>
      handWritten(
        [...usualHeaders("lost-boundary"), 'Content-Type: multipart/mixed; boundary="one"'],
        `--two\r\n${fileHeader("application/xml", "alert.xml")}\r\n\r\n<alert/>\r\n--two--\r\n`,
      ),
    expected: { state: "quarantined", reason: "brokenMime" },
  },
  {
    name: "wrongCharsetReadable",
    about: "Latin-1 letters in a message that says it is UTF-8; what is meant can be told, but not proved",
    build: () =>
      handWritten([...usualHeaders("latin-as-utf8"), PLAIN], iconv.encode(HARMLESS_ALERT, "iso-8859-1")),
    expected: { state: "registered", surname: "Sjögren", orReason: "wrongCharset" },
  },
  {
    name: "doubleEncoded",
    about: "UTF-8 that somebody took for Latin-1 and encoded again",
    build: () => {
      const twice = iconv.encode(iconv.decode(Buffer.from(HARMLESS_ALERT), "windows-1252"), "utf-8");
      return handWritten([...usualHeaders("double-encoded"), PLAIN], twice);
    },
    expected: { state: "registered", surname: "Sjögren" },
  },
  {
    name: "unknownCharset",
    about: "a charset nobody has, around letters that fit several",
    build: () =>
      handWritten(
        [...usualHeaders("unknown-charset"), "Content-Type: text/plain; charset=x-klingon"],
        Buffer.from(HARMLESS_ALERT.replace("Sjögren", "S\u0081j\u009d\u0090gr"), "latin1"),
      ),
    expected: { state: "quarantined", reason: "wrongCharset" },
  },
  {
    name: "tenThousandRecipients",
    about: "an alert sent to 10,000 others",
    build: () => handWritten([...usualHeaders("recipients"), recipients(10_000), PLAIN], HARMLESS_ALERT),
    expected: { state: "registered", surname: "Sjögren" },
  },
  {
    name: "headerInjection",
    about: "line breaks smuggled into subject and sender by encoded words",
    build: () => {
      const headers = usualHeaders("header-injection").filter((line) => !/^(Subject|From)/.test(line));
      const subject = "Subject: =?utf-8?Q?IMI_New_alert=0D=0ABcc:_victim@attacker.example=0D=0A?=";
      const from = "From: =?utf-8?Q?IMI=0D=0AX-Injected:_yes?= <noreply@imi.example>";
      return handWritten([from, subject, ...headers, PLAIN], HARMLESS_ALERT);
    },
    expected: { state: "registered", surname: "Sjögren", never: "\r" },
  },
  {
    name: "deepNesting",
    about: "messages inside one another, fifty deep",
    build: () => nestedMessages(50),
    expected: { state: "quarantined", reason: "tooManyParts" },
  },
  {
    name: "thousandParts",
    about: "a message of a thousand attachments",
    build: () =>
      withFiles(
        "thousand-parts",
        Array.from({ length: 1000 }, (_, i) => ({
          header: fileHeader("text/plain", `${i}.txt`),
          bytes: `part ${i}`,
        })),
      ),
    expected: { state: "quarantined", reason: "tooManyParts" },
  },
  {
    name: "pathInFileName",
    about: "an attachment that names itself as a file of the server",
    build: () =>
      withFiles("path-in-name", [
        { header: fileHeader("text/csv", "../../../../etc/cron.d/../alert.csv"), bytes: CSV },
      ]),
    expected: { state: "registered", surname: "Sjögren", never: "../" },
  },
  {
    name: "driveInFileName",
    about: "an attachment that names a drive, a folder and hides its ending with a direction mark",
    build: () =>
      withFiles("drive-in-name", [
        { header: fileHeader("text/csv", "C:\\\\Windows\\\\System32\\\\\u202evsc.alert.csv"), bytes: CSV },
      ]),
    expected: { state: "registered", surname: "Sjögren", never: "\u202e" },
  },
];
