import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { type BpmnElement, BpmnModdle } from "bpmn-moddle";
import { ACT_NAMES } from "../procedure/acts/act-names.ts";
import { PREDICATES } from "../procedure/predicates/index.ts";
import { STAGE, STAGES } from "../procedure/stages.ts";
import { ACTS } from "../procedure/table/index.ts";
import { guideDocuments } from "./guide-documents.ts";
import { movesOf } from "./moves.ts";

const FOLDER = new URL("../../../../../../docs/guide/procedure/", import.meta.url);
const documents = guideDocuments();
const get = (name: string): string => documents.get(name) ?? "";

test("the documents in the repository are those the rules give (write-guide.ts writes them anew)", () => {
  for (const [name, content] of documents)
    assert.equal(readFileSync(new URL(name, FOLDER), "utf8"), content, `${name} is out of date`);
});

test("the process map names every stage and every act that moves a case, for eyes and for screen readers", () => {
  const map = get("process-map.svg");
  assert.match(map, /<title id="title">/);
  assert.match(map, /<desc id="desc">/);
  for (const { acts } of movesOf()) for (const act of acts) assert.ok(map.includes(ACTS[act].name.nb), act);
});

test("the BPMN document opens without a warning, and everything in it is drawn", async () => {
  const { rootElement, elementsById, warnings } = await new BpmnModdle().fromXML(get("process.bpmn"));
  assert.deepEqual(warnings, []);
  assert.equal(rootElement.$type, "bpmn:Definitions");
  const elements = Object.values(elementsById);
  const drawn = new Set(
    elements
      .filter(({ $type }) => $type === "bpmndi:BPMNShape" || $type === "bpmndi:BPMNEdge")
      .map(({ bpmnElement }) => (bpmnElement as BpmnElement).id),
  );
  const shown = elements.filter(({ $type }) =>
    /^bpmn:(Participant|Lane|UserTask|StartEvent|EndEvent|ExclusiveGateway|AdHocSubProcess|SequenceFlow)$/.test(
      $type,
    ),
  );
  assert.deepEqual(
    shown.filter(({ id }) => !drawn.has(id)).map(({ id }) => id),
    [],
  );
  assert.deepEqual(
    STAGES.filter((stage) => !elementsById[`trinn_${stage}`]),
    [],
  );
  for (const flow of elements.filter(({ $type }) => $type === "bpmn:SequenceFlow"))
    assert.ok(flow.sourceRef && flow.targetRef, flow.id);
});

test("the prose tells every act once, with its criteria and its legal sources", () => {
  const prose = get("procedure.md");
  for (const act of ACT_NAMES) {
    const { name, does, law, requires } = ACTS[act];
    assert.equal(prose.split(`**${name.nb}.** ${does}`).length, 2, act);
    for (const source of law) assert.ok(prose.includes(source), source);
    for (const predicate of requires) assert.ok(prose.includes(PREDICATES[predicate].sentence.nb), predicate);
  }
});

test("the officer's guide has a chapter for every stage, and the table a row for every act", () => {
  for (const stage of STAGES.filter((one) => one !== "closed"))
    assert.ok(get("officers-guide.md").includes(`## ${STAGE[stage].name.nb}\n`), stage);
  for (const act of ACT_NAMES) assert.ok(get("acts-by-stage.md").includes(`| ${ACTS[act].name.nb} |`), act);
});
