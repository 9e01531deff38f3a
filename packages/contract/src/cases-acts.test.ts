import assert from "node:assert/strict";
import test from "node:test";
import { caseAct } from "./cases-acts.ts";

const lookUp = (evidence: Record<string, string>) =>
  caseAct.safeParse({ act: "recordLookUp", register: "employer", purpose: "Arbeid", evidence });

test("what counts in the priority is told as yes or no, or left out", () => {
  for (const told of ["yes", "no", ""]) assert.ok(lookUp({ worksInNorway: told }).success, told);
  assert.ok(lookUp({ employer: "Bakkeby sykehus" }).success);
  const refused = lookUp({ worksWithPatients: "maybe" });
  assert.deepEqual(
    refused.error?.issues.map(({ path, message }) => [path.join("."), message]),
    [["evidence", "yesOrNo"]],
  );
});
