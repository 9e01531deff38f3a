import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { chanceFrom } from "@varde/linkage/invented";
import fc from "fast-check";
import PostalMime from "postal-mime";
import { composeMessage, type Envelope, filePart, messagePart, textPart } from "./message.ts";

const ENVELOPE: Envelope = {
  from: { name: "Hälso- och sjukvårdens ansvarsnämnd", address: "tillsyn@vard.se.example" },
  to: "utland@tilsyn.example",
  subject: "Ny varning: Żukowska, Þórður 2026/00017",
  sentAt: Date.UTC(2026, 0, 5, 7, 30),
  messageId: "<1@vard.se.example>",
};

describe("composing a message", () => {
  test("keeps sender, subject, time and id through another parser", async () => {
    const chance = chanceFrom("envelope");
    const message = await PostalMime.parse(composeMessage(ENVELOPE, textPart("Hei\n", chance), chance));
    assert.deepEqual(
      [message.from?.name, message.subject, message.messageId, message.date],
      [ENVELOPE.from.name, ENVELOPE.subject, ENVELOPE.messageId, "2026-01-05T07:30:00.000Z"],
    );
  });

  test("keeps any printable text in any charset and transfer encoding", async () => {
    const line = fc.string({ unit: fc.constantFrom(..."abc =.Łłžøåöß–?_\tŪñ0"), maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 6 }), fc.nat(), async (lines, seed) => {
        const chance = chanceFrom(seed);
        const text = lines.join("\n");
        const message = await PostalMime.parse(composeMessage(ENVELOPE, textPart(text, chance), chance));
        assert.equal((message.text ?? "").replace(/\r\n/g, "\n").trimEnd(), text.trimEnd());
      }),
    );
  });

  test("keeps the bytes and names of files, and messages inside messages", async () => {
    const chance = chanceFrom("files");
    const bytes = Uint8Array.from({ length: 1000 }, (_, i) => i & 0xff);
    const inner = composeMessage(ENVELOPE, textPart("innerst", chance), chance);
    const body = {
      multipart: "mixed" as const,
      parts: [
        textPart("se vedlegg", chance),
        filePart("varsel æøå.pdf", "application/pdf", bytes),
        messagePart(inner),
      ],
    };
    const outer = composeMessage(ENVELOPE, body, chance);
    const { attachments } = await PostalMime.parse(outer, { forceRfc822Attachments: true });
    assert.deepEqual(attachments.map(({ filename }) => filename).slice(0, 1), ["varsel æøå.pdf"]);
    assert.deepEqual(new Uint8Array(attachments[0]?.content as ArrayBuffer), bytes);
    const nested = await PostalMime.parse(attachments[1]?.content as ArrayBuffer);
    assert.equal(nested.subject, ENVELOPE.subject);
  });
});
