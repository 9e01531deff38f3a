import { Checkbox, CheckboxGroup } from "@navikt/ds-react/Checkbox";
import { Search as AkselSearch, type SearchProps } from "@navikt/ds-react/Search";
import { Select as AkselSelect, type SelectProps } from "@navikt/ds-react/Select";
import { Textarea as AkselTextarea, type TextareaProps } from "@navikt/ds-react/Textarea";
import { TextField as AkselTextField, type TextFieldProps } from "@navikt/ds-react/TextField";
import type { Ref } from "react";

/** One line of text. */
export const TextField = (props: TextFieldProps & { ref?: Ref<HTMLInputElement> }) => (
  <AkselTextField size="small" autoComplete="off" {...props} />
);

/** Several lines of text. */
export const TextArea = (props: TextareaProps & { ref?: Ref<HTMLTextAreaElement> }) => (
  <AkselTextarea size="small" minRows={3} resize="vertical" {...props} />
);

/** A choice among few, named in full. */
export const Select = (props: SelectProps & { ref?: Ref<HTMLSelectElement> }) => (
  <AkselSelect size="small" {...props} />
);

/** A field to search in what is shown. */
export const Search = (props: SearchProps & { ref?: Ref<HTMLInputElement> }) => (
  <AkselSearch size="small" variant="simple" hideLabel {...props} />
);

interface ChecksProps<T extends string> {
  label: string;
  hint?: string;
  error?: string | undefined;
  options: readonly { readonly value: T; readonly label: string }[];
  chosen: readonly T[];
  onChange: (chosen: T[]) => void;
}

/** A choice of several among few. */
export function Checks<T extends string>({ label, hint, error, options, chosen, onChange }: ChecksProps<T>) {
  return (
    <CheckboxGroup
      size="small"
      legend={label}
      description={hint}
      error={error}
      value={[...chosen]}
      onChange={(values: T[]) => onChange(values)}
    >
      {options.map(({ value, label: name }) => (
        <Checkbox key={value} value={value}>
          {name}
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}
