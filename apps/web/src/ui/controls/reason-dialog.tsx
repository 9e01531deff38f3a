import { type FormEvent, type ReactNode, useId, useRef, useState } from "react";
import { useDraft } from "../../platform/storage/drafts.ts";
import { Stack } from "../layout/stack.tsx";
import { Button, type ButtonProps } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { TextArea } from "./fields.tsx";

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
  tone = "accent",
  shortest = SHORTEST,
  ...given
}: ReasonDialogProps) {
  const { content, change, discard } = useDraft(given.draft, "", isText);
  const [refused, setRefused] = useState(false);
  const form = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const reason = content.trim();
    if (reason.length < shortest) setRefused(true);
    else given.onAct(reason, discard);
  };
  return (
    <Dialog
      title={given.title}
      onClose={given.onClose}
      focus={field}
      footer={
        <>
          <Button kind="primary" tone={tone} type="submit" form={form} loading={given.busy}>
            {given.act}
          </Button>
          <Button kind="quiet" onClick={given.onClose}>
            {given.cancel}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <Stack>
          {children}
          <TextArea
            ref={field}
            label={given.label}
            description={given.hint}
            value={content}
            error={refused && content.trim().length < shortest ? given.tooShort : undefined}
            onChange={(event) => change(event.target.value.slice(0, LONGEST))}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
