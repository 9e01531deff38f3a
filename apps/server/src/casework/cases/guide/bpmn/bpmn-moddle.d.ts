/** The part of bpmn-moddle that the tests use; the package comes without types of its own entry. */
declare module "bpmn-moddle" {
  export interface BpmnElement {
    readonly $type: string;
    readonly id?: string;
    readonly name?: string;
    readonly [property: string]: unknown;
  }
  export class BpmnModdle {
    fromXML(xml: string): Promise<{
      rootElement: BpmnElement;
      elementsById: Readonly<Record<string, BpmnElement>>;
      warnings: readonly { message: string }[];
    }>;
  }
}
