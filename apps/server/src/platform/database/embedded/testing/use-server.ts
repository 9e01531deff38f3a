/** A process that uses the embedded server of a folder until it is told to leave. Run by tests. */
import { once } from "node:events";
import { useEmbeddedServer } from "../embedded-server.ts";
import { findPostmaster } from "../postmaster.ts";
import { THROWAWAY_SETTINGS } from "../settings.ts";

const folder = process.argv[2]!;
const server = await useEmbeddedServer({ folder, settings: THROWAWAY_SETTINGS });
console.log("serves", findPostmaster(`${folder}/cluster`));
await once(process.stdin, "data");
process.stdin.destroy();
await server.leave();
console.log("left");
