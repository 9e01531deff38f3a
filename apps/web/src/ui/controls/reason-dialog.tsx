import { type ReactNode, useRef, useState } from "react";
import { useDraft } from "../../platform/storage/drafts.ts";
import type { ButtonProps } from "./button.tsx";
import { TextArea } from "./fields.tsx";
import { FormDialog } from "./form-dialog.tsx";

const SHORTEST = 3;
const LONGEST = 2000;
const isText = (content: unknown): content is string => typeof content === "string";

interface ReasonDialogProps {
  title: string;
  /** What the act means and what follows, before the reason is asked for. */
  children?: ReactNode;
  label: string;
  hint?: string;
  /** The act, as the button says it. */
  act: string;
  tone?: ButtonProps["tone"];
  cancel: string;
  /** Shown when the reason is too short. */
  tooShort: string;
  /** Characters a reason has at least; three where nothing is said. */
  shortest?: number;
  /** Name under which a half-written reason survives a reload. */
  draft: string;
  busy: boolean;
  onClose: () => void;
  onAct: (reason: string, done: () => void) => void;
}

/** Asks for the reason of an act. What was written stays until the act is done. */
export function ReasonDialog({
  children,
  label,
  hint,
  tooShort,
  shortest = SHORTEST,
  draft,
  onAct,
  ...dialog
}: ReasonDialogProps) {
  const { content, change, discard } = useDraft(draft, "", isText);
  const [refused, setRefused] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const reason = content.trim();
  const isShort = reason.length < shortest;
  return (
    <FormDialog {...dialog} focus={field} onAct={() => (isShort ? setRefused(true) : onAct(reason, discard))}>
      {children}
      <TextArea
        ref={field}
        label={label}
        description={hint}
        value={content}
        error={refused && isShort ? tooShort : undefined}
        onChange={(event) => change(event.target.value.slice(0, LONGEST))}
      />
    </FormDialog>
  );
}
