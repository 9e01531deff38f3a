import { actsByStage } from "./acts-by-stage.ts";
import { bpmnProcess } from "./bpmn/bpmn-process.ts";
import { officersGuide } from "./officers-guide.ts";
import { procedureInProse } from "./procedure-in-prose.ts";
import { processMap } from "./process-map.ts";

/** Every document that is made from the rules: file name and content. The same rules always give the same bytes. */
export function guideDocuments(): ReadonlyMap<string, string> {
  return new Map([
    ["process-map.svg", processMap()],
    ["process.bpmn", bpmnProcess()],
    ["acts-by-stage.md", actsByStage()],
    ["officers-guide.md", officersGuide()],
    ["procedure.md", procedureInProse()],
  ]);
}
