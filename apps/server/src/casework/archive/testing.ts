import type { ArchivedPost } from "./archived-case.ts";
import { textFile } from "./archived-file.ts";
import { type ClosedCase, caseFolder, createJournalNumbers } from "./noark/case-folder.ts";
import { changesOf, closeChangeLog, openChangeLog } from "./noark/change-log.ts";
import { closeDeposit, openDeposit } from "./noark/deposit.ts";
import { startXml } from "./xml/write-xml.ts";

/** Titles and names that break writers of XML: markup, what XML cannot hold, text that turns round, nothing at all. */
export const HOSTILE_TEXTS: readonly string[] = [
  `Åse "Bø" <script>&amp; ]]> '`,
  "null\u0000 bell\u0007 escape\u001b lone \ud800 end \uffff",
  "brev\u202Efdp.exe 𝄞 中文 Ελληνικά",
  "\u0001\u0002",
  "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
  " \r\n\t ",
  "x".repeat(20_000),
];

/** An invented closed case with a post of each direction; `which` tells cases apart. */
export function inventArchivedCase(which = 1, overrides: Partial<ClosedCase> = {}): ClosedCase {
  const number = `2026-${String(which).padStart(4, "0")}`;
  const at = new Date(Date.UTC(2026, 0, 5, 8, which % 60)).toISOString();
  return {
    number,
    year: 2026,
    ordinal: which,
    title: `Varsel fra utlandet: Sara Lindqvist ${which}`,
    publicTitle: "Varsel fra utlandet: *****",
    openedAt: at,
    openedBy: "Varde",
    closed: { at: "2026-05-20T10:00:00.000Z", by: "Kari Berg" },
    unit: "Førstelinje",
    responsible: "Kari Berg",
    party: { hprNumber: String(7_000_000 + which), name: `Sara Lindqvist ${which}` },
    remarks: [{ key: "1", text: "Ringt arbeidsgiver", at, by: "Kari Berg" }],
    changes: [
      {
        element: "saksstatus",
        from: "Under behandling",
        to: "Avsluttet",
        at: "2026-05-20T10:00:00.000Z",
        by: "Kari Berg",
      },
    ],
    posts: (["incoming", "outgoing", "internal"] as const).map((direction) => inventPost(direction, at)),
    ...overrides,
  };
}

/** An invented post with a main document and an attachment, both called `title`. */
export function inventPost(
  direction: ArchivedPost["direction"],
  at: string,
  title = `Dokument (${direction})`,
): ArchivedPost {
  const document = (key: string, kind: "letter" | "attachment") => ({
    key,
    title,
    kind,
    at,
    by: "Kari Berg",
    file: textFile(`${title}.txt`, `${title}\nDokument ${key}`),
  });
  return {
    key: direction,
    direction,
    title,
    publicTitle: title,
    at,
    by: "Kari Berg",
    documentDate: at.slice(0, 10),
    correspondent: direction === "internal" ? null : { name: title, country: "SE", isPerson: false },
    documents: [document("1", "letter"), document("2", "attachment")],
  };
}

/** A case with one text wherever somebody outside can write. */
export function caseNamed(text: string, which = 1): ClosedCase {
  const { closed, remarks, changes, openedAt } = inventArchivedCase(which);
  return inventArchivedCase(which, {
    title: text,
    publicTitle: text,
    openedBy: text,
    unit: text,
    responsible: text,
    closed: { ...closed, by: text },
    party: { hprNumber: "7000001", name: text },
    remarks: remarks.map((remark) => ({ ...remark, text, by: text })),
    changes: changes.map((change) => ({ ...change, from: text, to: text, by: text })),
    posts: [inventPost("incoming", openedAt, text), inventPost("outgoing", openedAt, text)],
  });
}

/** What a deposit of the cases says in arkivstruktur.xml and endringslogg.xml. */
export function depositTexts(cases: readonly ClosedCase[]): { structure: string; changes: string } {
  const written = { structure: "", changes: "" };
  const structure = startXml({ onText: (text) => (written.structure += text) });
  openDeposit(structure, {
    creator: { id: "helsetilsyn", name: "Helsetilsynet" },
    from: "2026-01-05T08:00:00.000Z",
    until: "2026-05-20T10:00:00.000Z",
    by: "Varde",
  });
  const numbers = createJournalNumbers();
  for (const one of cases) structure.write([caseFolder(one, numbers)]);
  closeDeposit(structure);
  const changes = startXml({ onText: (text) => (written.changes += text) });
  openChangeLog(changes);
  for (const one of cases) changes.write(changesOf(one));
  closeChangeLog(changes);
  return written;
}
