import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The demonstration, running in processes of its own with everything real: database, pipeline, worker and pages. */
export interface RunningDemo {
  /** Where it is, without a slash at the end. */
  readonly address: string;
  /** Ends all its processes and deletes its data. */
  stop(): Promise<void>;
}

const CLI = fileURLToPath(new URL("../../apps/server/bin/varde.js", import.meta.url));
const READY = "Varde is ready";
const LONGEST_START_MS = 180_000;

/** Starts `varde start` in a temporary data folder, on a free port, and waits until its mailbox is read. Rejects with what it said. */
export async function startDemo(): Promise<RunningDemo> {
  const [port, dataDir] = await Promise.all([findFreePort(), mkdtemp(join(tmpdir(), "varde-demo-"))]);
  const demo = spawn(process.execPath, [CLI, "start"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...withoutSettings(process.env), PORT: String(port), VARDE_DATA: dataDir, VARDE_LOG: "warn" },
  });
  const ended = once(demo, "exit");
  const stop = async () => {
    demo.kill("SIGTERM");
    await ended;
    await rm(dataDir, { recursive: true, force: true });
  };
  let said = "";
  try {
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error("it took too long")), LONGEST_START_MS);
      const listen = (chunk: Buffer) => {
        said += chunk.toString();
        if (!said.includes(READY)) return;
        clearTimeout(late);
        resolve();
      };
      demo.stdout.on("data", listen);
      demo.stderr.on("data", listen);
      void ended.then(([code]) => reject(new Error(`it ended with code ${code}`)), reject);
    });
  } catch (error) {
    await stop();
    throw new Error(`The demonstration did not start: ${(error as Error).message}\n${said}`, {
      cause: error,
    });
  }
  return { address: `http://localhost:${port}`, stop };
}

/** Nothing that is set for another installation may reach this one. */
function withoutSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(VARDE_|DATABASE_URL$)/.test(name)));
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "localhost");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
