import { criteriaOf } from "../../procedure/control-points.ts";
import { PREDICATES } from "../../procedure/predicates/index.ts";
import { STAGE, STAGES, type Stage } from "../../procedure/stages.ts";
import { ACTS } from "../../procedure/table/index.ts";
import { type Box, PLACES, type Point } from "../map-layout.ts";
import { gatheredMoves, type Move, movesOf } from "../moves.ts";
import { SIDE_MATTERS, sideActsOf } from "../side-matters.ts";
import { element, escapeXml } from "../xml.ts";
import {
  actBox,
  around,
  besideBox,
  downwards,
  gatewayBox,
  LANES,
  labelBox,
  POOL,
  startBox,
  straight,
  taskBox,
} from "./bpmn-layout.ts";

interface Node {
  readonly id: string;
  readonly lane: keyof typeof LANES;
  readonly box: Box;
  readonly xml: string;
  readonly inside?: readonly Node[];
}

interface Flow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly name?: string;
  readonly line: readonly Point[];
}

/**
 * The process as BPMN 2.0 with diagram interchange, made from the procedure's table: a task for each stage, a gateway where
 * a stage can be left in several ways, and an ad-hoc sub-process for each matter that runs beside the stages.
 */
export function bpmnProcess(): string {
  const flows = flowsOf();
  const nodes = [...starts(), ...stages(), ...gateways(), ...besides()];
  const document = element(
    "bpmn:definitions",
    {
      "xmlns:bpmn": "http://www.omg.org/spec/BPMN/20100524/MODEL",
      "xmlns:bpmndi": "http://www.omg.org/spec/BPMN/20100524/DI",
      "xmlns:dc": "http://www.omg.org/spec/DD/20100524/DC",
      "xmlns:di": "http://www.omg.org/spec/DD/20100524/DI",
      id: "utenlandssaker",
      targetNamespace: "https://varde.example/prosess",
      exporter: "Varde",
    },
    [
      element("bpmn:collaboration", { id: "samarbeid" }, [
        element("bpmn:participant", {
          id: "tilsynsmyndigheten",
          name: "Utenlandssaker",
          processRef: "saksgang",
        }),
      ]),
      element("bpmn:process", { id: "saksgang", name: "Utenlandssaker", isExecutable: "false" }, [
        laneSet(nodes),
        ...nodes.map(({ xml }) => xml),
        ...flows.map(({ id, name, from, to }) =>
          element("bpmn:sequenceFlow", { id, name, sourceRef: from, targetRef: to }),
        ),
      ]),
      diagram(nodes, flows),
    ],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${document}\n`;
}

const reopenings = movesOf().filter(({ from }) => from === "closed");
const moves = movesOf().filter(({ from }) => from !== "closed");
const waysOut = (stage: Stage) => moves.filter(({ from }) => from === stage);
const hasGateway = (stage: Stage) => waysOut(stage).length > 1;
const nameOf = ({ acts }: Pick<Move, "acts">) => acts.map((act) => ACTS[act].name.nb).join(" / ");

function starts(): readonly Node[] {
  const start = (id: string, name: string, box: Box): Node => ({
    id,
    lane: "firstLine",
    box,
    xml: element("bpmn:startEvent", { id, name }),
  });
  return [
    start("start", "Varsel bekreftet", startBox("intake", true)),
    ...reopenings.map((move) => start(`start_${move.to}`, nameOf(move), startBox(move.to, false))),
  ];
}

function stages(): readonly Node[] {
  return STAGES.map((stage) => {
    const id = `trinn_${stage}`;
    const lane = PLACES[stage].row === "secondLine" ? "secondLine" : "firstLine";
    const { name, enters, leaves } = STAGE[stage];
    const told = [
      enters.nb,
      leaves.nb,
      ...criteriaOf(stage).map((criterion) => `• ${PREDICATES[criterion].sentence.nb}`),
    ];
    const kind = stage === "closed" ? "bpmn:endEvent" : "bpmn:userTask";
    const documentation = element("bpmn:documentation", {}, escapeXml(told.join("\n")));
    return { id, lane, box: taskBox(stage), xml: element(kind, { id, name: name.nb }, [documentation]) };
  });
}

function gateways(): readonly Node[] {
  return STAGES.filter(hasGateway).map((stage) => {
    const id = `valg_${stage}`;
    const lane = PLACES[stage].row === "secondLine" ? "secondLine" : "firstLine";
    return { id, lane, box: gatewayBox(stage), xml: element("bpmn:exclusiveGateway", { id }) };
  });
}

function besides(): readonly Node[] {
  return SIDE_MATTERS.map((matter, index) => {
    const id = `ved_siden_${matter.key}`;
    const box = besideBox(index);
    const inside = sideActsOf(matter).map(
      (act, position): Node => ({
        id: `handling_${act}`,
        lane: "beside",
        box: actBox(box, position),
        xml: element("bpmn:userTask", { id: `handling_${act}`, name: ACTS[act].name.nb }, [
          element("bpmn:documentation", {}, escapeXml(ACTS[act].does)),
        ]),
      }),
    );
    const goals = gatheredMoves().filter(({ act }) => inside.some((node) => node.id === `handling_${act}`));
    const told = [
      matter.told,
      ...goals.map(({ act, to }) => `«${ACTS[act].name.nb}» fører saken til ${STAGE[to].name.nb}.`),
    ];
    const xml = element("bpmn:adHocSubProcess", { id, name: matter.name.nb }, [
      element("bpmn:documentation", {}, escapeXml(told.join("\n"))),
      ...inside.map((node) => node.xml),
    ]);
    return { id, lane: "beside", box, xml, inside };
  });
}

function flowsOf(): readonly Flow[] {
  const first = taskBox("intake");
  const opening: Flow = {
    id: "flyt_start",
    from: "start",
    to: "trinn_intake",
    name: ACTS.openCase.name.nb,
    line: straight(startBox("intake", true), first),
  };
  const again = reopenings.map(
    ({ to }): Flow => ({
      id: `flyt_start_${to}`,
      from: `start_${to}`,
      to: `trinn_${to}`,
      line: downwards(startBox(to, false), taskBox(to)),
    }),
  );
  const choices = STAGES.filter(hasGateway).map(
    (stage): Flow => ({
      id: `flyt_${stage}`,
      from: `trinn_${stage}`,
      to: `valg_${stage}`,
      line: straight(taskBox(stage), gatewayBox(stage)),
    }),
  );
  const detours = moves.filter((move) => !isNeighbour(move));
  const ways = moves.map((move): Flow => {
    const [from, box] = hasGateway(move.from)
      ? [`valg_${move.from}`, gatewayBox(move.from)]
      : [`trinn_${move.from}`, taskBox(move.from)];
    const line = isNeighbour(move)
      ? straight(box, taskBox(move.to))
      : around(box, taskBox(move.to), move, detours.indexOf(move));
    return { id: `flyt_${move.from}_${move.to}`, from, to: `trinn_${move.to}`, name: nameOf(move), line };
  });
  return [opening, ...again, ...choices, ...ways];
}

function isNeighbour({ from, to }: Move): boolean {
  return PLACES[to].column - PLACES[from].column === 1;
}

function laneSet(nodes: readonly Node[]): string {
  const names = { firstLine: "Førstelinje", secondLine: "Andrelinje", beside: "Ved siden av trinnene" };
  return element(
    "bpmn:laneSet",
    { id: "linjer" },
    (["firstLine", "secondLine", "beside"] as const).map((lane) =>
      element(
        "bpmn:lane",
        { id: `linje_${lane}`, name: names[lane] },
        nodes.filter((node) => node.lane === lane).map(({ id }) => element("bpmn:flowNodeRef", {}, id)),
      ),
    ),
  );
}

function diagram(nodes: readonly Node[], flows: readonly Flow[]): string {
  const bounds = ({ x, y, width, height }: Box) => element("dc:Bounds", { x, y, width, height });
  const shape = (id: string, box: Box, more: Readonly<Record<string, string>> = {}) =>
    element("bpmndi:BPMNShape", { id: `${id}_di`, bpmnElement: id, ...more }, [bounds(box)]);
  const edges = flows.map(({ id, name, line }) =>
    element("bpmndi:BPMNEdge", { id: `${id}_di`, bpmnElement: id }, [
      ...line.map(({ x, y }) => element("di:waypoint", { x, y })),
      ...(name ? [element("bpmndi:BPMNLabel", {}, [bounds(labelBox(line, name))])] : []),
    ]),
  );
  return element("bpmndi:BPMNDiagram", { id: "kart", name: "Utenlandssaker" }, [
    element("bpmndi:BPMNPlane", { id: "flate", bpmnElement: "samarbeid" }, [
      shape("tilsynsmyndigheten", POOL, { isHorizontal: "true" }),
      ...Object.entries(LANES).map(([lane, box]) => shape(`linje_${lane}`, box, { isHorizontal: "true" })),
      ...nodes.flatMap(({ id, box, inside }) => [
        shape(id, box, inside ? { isExpanded: "true" } : {}),
        ...(inside ?? []).map((node) => shape(node.id, node.box)),
      ]),
      ...edges,
    ]),
  ]);
}
