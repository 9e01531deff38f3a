import type { ActField } from "./act-fields.ts";

/** A field with what stands around it. */
export interface ShownField {
  readonly field: ActField;
  readonly label: string;
  readonly hint: string | undefined;
  readonly fault: string | undefined;
  readonly value: string;
  readonly onChange: (text: string) => void;
}
