import assert from "node:assert/strict";
import { test } from "node:test";
import { createReaderPool } from "./reader-pool.ts";
import { composeMail } from "./testing.ts";

const ALERT = composeMail(
  [{ type: "text/plain", content: "Surname: Berg\nDate of birth: 1 May 1970\nProfession: Nurse" }],
  { subject: "Alert" },
);

test("reads in threads, and quarantines what takes too long while others go on", async () => {
  const pool = createReaderPool({ threads: 1, timeoutMs: 20_000 });
  const hasty = createReaderPool({ threads: 1, timeoutMs: 1 });
  try {
    const readings = await Promise.all([
      pool.read(ALERT, []),
      pool.read(new Uint8Array(), []),
      pool.read(ALERT, []),
    ]);
    assert.deepEqual(
      readings.map(({ verdict }) => verdict.outcome),
      ["alerts", "quarantined", "alerts"],
    );
    const { verdict, header } = await hasty.read(ALERT, []);
    assert.deepEqual(
      [verdict.outcome === "quarantined" && verdict.reason, header.subject],
      ["readingTookTooLong", "Alert"],
    );
  } finally {
    await Promise.all([pool.close(), hasty.close()]);
  }
});

test("quarantines what needs too much memory and reads the next message", async () => {
  const rows = Array.from({ length: 15_000 }, (_, row) => `<tr><td>${row}</td><td>Surname</td></tr>`).join(
    "",
  );
  const greedy = composeMail([{ type: "text/html", content: `<table>${rows.repeat(3)}</table>` }]);
  const pool = createReaderPool({ threads: 1, maxMemoryMb: 45 });
  try {
    const { verdict } = await pool.read(greedy, []);
    assert.equal(verdict.outcome === "quarantined" && verdict.reason, "readingUsedTooMuchMemory");
    assert.equal((await pool.read(ALERT, [])).verdict.outcome, "alerts");
  } finally {
    await pool.close();
  }
});
