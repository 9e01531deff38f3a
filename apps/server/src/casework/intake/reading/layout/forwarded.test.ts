import assert from "node:assert/strict";
import { test } from "node:test";
import { composeMail, entriesOf, readMail, readText, valuesOf } from "../testing.ts";

const ALERT =
  "Alert number: SE-2026-1\nSurname: Berg\nForename: Anna\nDate of birth: 1 May 1970\nProfession: Nurse";

const HEADERS: Record<string, string> = {
  English:
    "-----Original Message-----\nFrom: IMI <noreply@imi.example>\nSent: 01 June 2026 10:00\nTo: intake@supervision.example\nSubject: IMI Alert modified: SE-2026-1",
  German:
    "________________________________\nVon: IMI <noreply@imi.example>\nGesendet: Montag, 1. Juni 2026 10:00\nAn: Eingang\nBetreff: Warnmeldung geändert: SE-2026-1",
  Norwegian:
    "Fra: IMI <noreply@imi.example>\nSendt: 1. juni 2026 10:00\nTil: Postmottak\nKopi: Andre\nEmne: Varsel endret: SE-2026-1",
  French:
    "De : IMI <noreply@imi.example>\nEnvoyé : lundi 1 juin 2026\nÀ : Accueil\nObjet : Alerte modifiée : SE-2026-1",
  quoted:
    "> From: IMI <noreply@imi.example>\n> Date: 1 June 2026\n> Subject: IMI Alert modified: SE-2026-1\n> To: intake@supervision.example",
};

for (const [name, header] of Object.entries(HEADERS)) {
  test(`reads a message forwarded within the text (${name}) with the profile and kind of the message within`, async () => {
    const reading = await readText(`Please handle.\n\nBest regards\n\n${header}\n\n${ALERT}`, {
      subject: "FW: please handle",
    });
    assert.equal(reading.profile?.name, "imi-mail");
    assert.equal(entriesOf(reading)[0]?.kind, "update");
    assert.equal(valuesOf(entriesOf(reading)[0])["surname"], "Berg");
    assert.equal(valuesOf(entriesOf(reading)[0])["effectiveFrom"], undefined);
  });
}

test("reads attached messages at any depth within the limit, and no deeper", async () => {
  const wrap = (content: Uint8Array) =>
    composeMail(
      [
        { type: "text/plain", content: "See below." },
        { type: "message/rfc822", content },
      ],
      { subject: "Fwd: a message" },
    );
  let mail = composeMail([{ type: "text/plain", content: ALERT }], {
    from: "IMI <noreply@imi.example>",
    subject: "IMI Alert withdrawn",
  });
  for (let depth = 0; depth < 4; depth++) mail = wrap(mail);
  const reading = await readMail([
    { type: "text/plain", content: "See below." },
    { type: "message/rfc822", content: mail },
  ]);
  assert.deepEqual([reading.profile?.name, entriesOf(reading)[0]?.kind], ["imi-mail", "withdrawal"]);
  for (let depth = 0; depth < 45; depth++) mail = wrap(mail);
  const { verdict } = await readMail([{ type: "message/rfc822", content: mail }]);
  assert.equal(verdict.outcome === "quarantined" && verdict.reason, "tooManyParts");
});
