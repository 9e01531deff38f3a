import assert from "node:assert/strict";
import test from "node:test";
import { loginAs } from "../../apps/server/src/access/testing.ts";
import { buildWholeServer } from "./whole-server.ts";

/** Words that stand for what nobody may find in a log. */
const MARKED = {
  search: "Qvarnsund",
  body: "Blekkeflua",
  identityNumber: "15829945476",
  header: "hemmelig-nokkel",
  path: "Tranebaer",
};

test("the log, however much is logged, tells no name, number, search, body, cookie or token", async (t) => {
  const lines: string[] = [];
  const app = await buildWholeServer(t, { logTo: { write: (line) => void lines.push(line) } });
  const officer = await loginAs(app, "firstLine");
  const json = { "content-type": "application/json" };
  const asked = [
    officer.fetch(`/api/alerts?search=${MARKED.search}`),
    officer.fetch(`/api/alerts?search=${MARKED.identityNumber}`),
    officer.fetch(`/api/people/${MARKED.path}`),
    officer.fetch(`/no-such-page/${MARKED.path}`),
    officer.fetch("/api/alerts", { headers: { authorization: `Bearer ${MARKED.header}` } }),
    officer.fetch("/api/intake/alerts", {
      method: "POST",
      headers: json,
      body: JSON.stringify({ surname: MARKED.body, nationalId: MARKED.identityNumber }),
    }),
    officer.fetch("/api/intake/alerts", {
      method: "POST",
      headers: json,
      body: `{"surname": "${MARKED.body}`,
    }),
    officer.fetch("/api/alerts/1/decide", {
      method: "POST",
      headers: json,
      body: JSON.stringify({ reason: MARKED.body }),
    }),
    officer.fetch(`/auth/callback?code=${MARKED.header}&state=${MARKED.header}`),
  ];
  await Promise.all(asked);
  const log = lines.join("");
  assert.ok(lines.length >= asked.length, "every request leaves a line");
  const secrets = { ...MARKED, csrfToken: officer.csrfToken, name: officer.person.name };
  for (const [what, word] of [...Object.entries(secrets), ...officer.cookies])
    assert.ok(!log.includes(word), `the log tells the ${what}: ${lines.find((line) => line.includes(word))}`);
});
