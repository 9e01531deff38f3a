import assert from "node:assert/strict";
import type { AddressInfo } from "node:net";
import test from "node:test";
import { type Problem, route } from "@varde/contract";
import { z } from "zod";
import { refused } from "../../rules/refusal.ts";
import type { RouteModule } from "../app.ts";
import { buildTestServer } from "../testing.ts";
import { serveUpload } from "./serve-upload.ts";

const upload = route({
  method: "POST",
  path: "/api/upload",
  summary: "Take files",
  response: z.object({ received: z.array(z.object({ name: z.string(), size: z.number() })) }),
});

const uploads =
  (largestFile: number): RouteModule =>
  (app) =>
    serveUpload(app, upload, { may: "handleIntake", largestFile, mostFiles: 2 }, async ({ files }) => {
      const received: { name: string; size: number; content: string }[] = [];
      for await (const { fileName, content } of files) {
        if (fileName === "refuse.eml") return refused("notNow");
        received.push({ name: fileName, size: content.length, content: content.toString() });
      }
      return { received };
    });

function form(...files: readonly [name: string, size: number][]): FormData {
  const body = new FormData();
  for (const [name, size] of files) body.append("files", new Blob(["x".repeat(size)]), name);
  return body;
}

test("gives files one after another, named without folders, and answers in the contract's shape", async (t) => {
  const officer = (await buildTestServer(t, { routes: [uploads(1000)] })).loginAs("handleIntake");
  const answer = await officer.fetch("/api/upload", {
    method: "POST",
    body: form(["../../a.eml", 3], ["blå.eml", 1000]),
  });
  assert.equal(answer.status, 200);
  assert.deepEqual(await answer.json(), {
    received: [
      { name: "a.eml", size: 3 },
      { name: "blå.eml", size: 1000 },
    ],
  });
});

test("refuses what is too large, too many, or no form, each with its own code", async (t) => {
  const officer = (await buildTestServer(t, { routes: [uploads(1000)] })).loginAs("handleIntake");
  const sent = async (body: FormData | string) => {
    const answer = await officer.fetch("/api/upload", {
      method: "POST",
      body,
      ...(typeof body === "string" && { headers: { "content-type": "application/json" } }),
    });
    const { status, code } = (await answer.json()) as Problem;
    return [status, code];
  };
  assert.deepEqual(await sent(form(["a", 1001])), [413, "fileTooLarge"]);
  assert.deepEqual(await sent(form(["a", 1], ["b", 1], ["c", 1])), [413, "tooManyFiles"]);
  assert.deepEqual(await sent("{}"), [415, "mediaTypeNotAccepted"]);
});

test("asks for permission before any file is read", async (t) => {
  const server = await buildTestServer(t, { routes: [uploads(1000)] });
  const answer = await server
    .loginAs("readIntake")
    .fetch("/api/upload", { method: "POST", body: form(["a", 5000]) });
  assert.equal(answer.status, 403);
});

test("a refusal or a limit under way is answered, and leaves the connection usable", async (t) => {
  const server = await buildTestServer(t, { routes: [uploads(10_000_000)] });
  const { headers } = server.loginAs("handleIntake");
  await server.app.listen({ port: 0, host: "127.0.0.1" });
  const address = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}/api/upload`;
  const sent = async (...files: [name: string, size: number][]) => {
    const answer = await fetch(address, { method: "POST", body: form(...files), headers });
    return ((await answer.json()) as Problem).code;
  };
  for (let i = 0; i < 2; i++) {
    assert.equal(await sent(["refuse.eml", 900], ["b.eml", 9_000_000]), "notNow");
    assert.equal(await sent(["a.eml", 11_000_000], ["b.eml", 9_000_000]), "fileTooLarge");
  }
});
