/** A worker process on a test database whose jobs never end. Run by tests, to be killed. */
import { connectTo } from "../../database/open-database.ts";
import { useTestServer } from "../../testing/test-server.ts";
import { createJobs } from "../index.ts";

const [, , database, name] = process.argv as [string, string, string, string];
const server = await useTestServer();
const db = connectTo(server.address(database), { place: database });
const jobs = createJobs(db);
jobs.define({
  name,
  handler: async (_job, { attempt }) => {
    console.log("runs", attempt);
    await new Promise(() => {});
  },
});
await jobs.work();
