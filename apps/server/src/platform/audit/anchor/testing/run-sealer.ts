/** A process that seals and anchors without rest. Run by tests, to be killed. */
import { systemClock } from "../../../clock/clock.ts";
import { connectTo } from "../../../database/open-database.ts";
import { useTestServer } from "../../../testing/test-server.ts";
import { sealEntries } from "../../chain/seal-entries.ts";
import { anchorHead } from "../keep-sealed.ts";

const [, , database, anchorFile] = process.argv as [string, string, string, string];
const server = await useTestServer();
const db = connectTo(server.address(database), { place: database });
for (let turn = 1; ; turn += 1) {
  await sealEntries({ db: db.app, clock: systemClock });
  await anchorHead({ db: db.app, clock: systemClock, anchorFile });
  console.log("sealed", turn);
}
