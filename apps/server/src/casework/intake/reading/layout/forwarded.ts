import type { MessageHeader } from "../reading.ts";
import type { Layout, Row } from "./layout.ts";

export interface ForwardedPiece {
  /** Header of the message that was forwarded within the text; none for the text before it. */
  header?: MessageHeader;
  layout: Layout;
}

const FROM = word(
  "From|Von|Fra|Frå|Från|De|Da|Van|Lähettäjä|Od|Feladó|De la|Nuo|No|Saatja|Kellelt|Από|От|Kimden|Frá|Expéditeur",
);
const SENT = word(
  "Sent|Date|Gesendet|Datum|Sendt|Dato|Skickat|Envoyé|Enviado|Enviada|Inviato|Data|Verzonden|Lähetetty|Päivämäärä|Wysłano|Odesláno|Elküldve|Dátum|Trimis|Išsiųsta|Nosūtīts|Saadetud|Ημερομηνία|Στάλθηκε|Poslano|Дата|Изпратено|Tarih|Gönderildi|Sent|Sent:|Dagsetning",
);
const TO = word(
  "To|An|Til|Till|À|Para|A|Aan|Vastaanottaja|Do|Komu|Címzett|Către|Kam|Saaja|Προς|Prima|До|Kime",
);
const SUBJECT = word(
  "Subject|Betreff|Emne|Ämne|Objet|Asunto|Oggetto|Assunto|Onderwerp|Aihe|Temat|Předmět|Tárgy|Subiect|Subject line|Tema|Temats|Teema|Θέμα|Predmet|Относно|Konu|Efni",
);
const BANNER =
  /^[\s>]*(?:-{2,}|_{5,}|={3,}|Begin forwarded message|Anfang der weitergeleiteten|Vidarebefordrat|Videresendt|Videresendt melding)/iu;
const BLOCK = 8;

function word(words: string): RegExp {
  return new RegExp(`^[\\s>*]*(?:${words})\\s*[:：]\\s*(.*)$`, "iu");
}

/** Parts a text at the headers of messages forwarded or quoted within it; those header lines are no labels. */
export function partForwarded(layout: Layout): ForwardedPiece[] {
  const pieces: ForwardedPiece[] = [];
  let rows: Row[] = [];
  let header: MessageHeader | undefined;
  const finish = () => {
    if (rows.length > 0) pieces.push({ header, layout: { ...layout, rows } });
    rows = [];
  };
  for (let at = 0; at < layout.rows.length; ) {
    const found = headerAt(layout.rows, at);
    if (found) {
      finish();
      header = found.header;
      at += found.length;
    } else {
      rows.push(layout.rows[at] as Row);
      at++;
    }
  }
  finish();
  return pieces;
}

function headerAt(
  rows: readonly Row[],
  start: number,
): { header: MessageHeader; length: number } | undefined {
  const from = FROM.exec(textOf(rows[start]))?.[1];
  if (from === undefined) return undefined;
  const header: MessageHeader = { to: [] };
  let length = 1;
  const seen = new Set<string>();
  for (let at = start + 1; at < Math.min(start + BLOCK, rows.length); at++) {
    const text = textOf(rows[at]);
    const subject = SUBJECT.exec(text)?.[1];
    const kind =
      subject === undefined ? (SENT.test(text) ? "sent" : TO.test(text) ? "to" : undefined) : "subject";
    if (subject !== undefined) header.subject = subject.trim();
    if (!kind && BANNER.test(text)) break;
    if (
      !kind &&
      !/^[\s>*]*(?:Cc|Kopie|Kopi|Bcc|Reply-To|Attachments?|Vedlegg|Anlagen?|Importance)\s*:/i.test(text)
    )
      break;
    if (kind) seen.add(kind);
    length = at - start + 1;
  }
  if (seen.size < 2) return undefined;
  const address = /[\w.+-]+@[\w.-]+/.exec(from)?.[0];
  return {
    header: {
      ...header,
      fromName: from.replace(/<[^>]*>|\[[^\]]*\]/g, "").trim() || undefined,
      fromAddress: address?.toLowerCase(),
    },
    length,
  };
}

function textOf(row: Row | undefined): string {
  return row?.cells.map(({ text }) => text).join(" ") ?? "";
}
