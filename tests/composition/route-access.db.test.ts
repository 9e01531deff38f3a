import assert from "node:assert/strict";
import test, { after } from "node:test";
import * as contract from "@varde/contract";
import { everyRouteByRole } from "../../apps/server/src/access/testing.ts";
import { accessOf, readReviewedAccess, writeRow } from "./route-access.ts";
import { buildWholeServer } from "./whole-server.ts";

const TABLE = "tests/composition/route-access.md";
const answers = await everyRouteByRole(await buildWholeServer({ after }));
const [found, reviewed] = [accessOf(answers), readReviewedAccess()];

test("every route stands in the reviewed table of who may use it", () => {
  const missing = [...found].filter(([route]) => !reviewed.has(route));
  const rows = missing.map(([route, access]) => writeRow(route, access)).join("\n");
  assert.equal(
    missing.length,
    0,
    `Decide who may use these routes, then add them to ${TABLE}. As the server now answers:\n${rows}`,
  );
});

test("the reviewed table holds no route that is gone", () => {
  const gone = [...reviewed.keys()].filter((route) => !found.has(route));
  assert.deepEqual(gone, [], `Delete these from ${TABLE}`);
});

test("every route lets in exactly those the reviewed table names", () => {
  const differing = [...found].flatMap(([route, access]) =>
    Object.entries(access)
      .filter(([caller, met]) => reviewed.has(route) && reviewed.get(route)?.[caller] !== met)
      .map(
        ([caller, met]) => `${route}: ${caller} met ${met}, the table says ${reviewed.get(route)?.[caller]}`,
      ),
  );
  assert.deepEqual(differing, [], `Mend the route's "may" or access.permissions.ts, or review ${TABLE} anew`);
});

test("every route of the contract is served", () => {
  const promised = Object.entries(contract)
    .filter(([name]) => name.endsWith("Routes"))
    .flatMap(([, routes]) => Object.values(routes as Record<string, contract.Route>))
    .map(({ method, path }) => `${method} ${path}`);
  assert.ok(promised.length > 0);
  assert.deepEqual(
    promised.filter((route) => !found.has(route)),
    [],
  );
});

test("no route fails on a request that makes no sense", () => {
  const failing = answers
    .filter(({ path }) => path !== "/*")
    .flatMap(({ method, path, statuses }) =>
      Object.entries(statuses)
        .filter(([, status]) => status >= 500)
        .map(([caller, status]) => `${method} ${path} answered ${caller} with ${status}`),
    );
  assert.deepEqual(failing, []);
});
