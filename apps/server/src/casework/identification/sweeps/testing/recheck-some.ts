/** A process that holds alerts against the register in small steps and stands still in the third. Run by a test, to be killed. */
import { systemClock } from "../../../../platform/clock/clock.ts";
import { connectTo } from "../../../../platform/database/open-database.ts";
import { useTestServer } from "../../../../platform/testing/test-server.ts";
import { createRegisterIndex, recheckAlerts } from "../../index.ts";

const ALERTS_PER_STEP = 10;

const [, , database] = process.argv as [string, string, string];
const server = await useTestServer();
const db = connectTo(server.address(database), { place: database });
const index = createRegisterIndex(db.app);
let asked = 0;
const slow = {
  refresh: () => index.refresh(),
  link: (...query: Parameters<typeof index.link>) => {
    if (asked++ === 2 * ALERTS_PER_STEP) {
      process.stdout.write("standing still\n");
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    }
    return index.link(...query);
  },
};
const parts = { db: db.app, clock: systemClock, jobs: { publish: async () => 1 }, index: slow };
await recheckAlerts(parts, undefined, { alertsPerStep: ALERTS_PER_STEP });
