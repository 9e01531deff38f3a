import { type ReactNode, type RefObject, useId } from "react";
import { Stack } from "../layout/stack.tsx";
import { Button, type ButtonProps } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

interface FormDialogProps {
  title: string;
  children: ReactNode;
  /** The act, as the button says it. */
  act: string;
  tone?: ButtonProps["tone"];
  cancel: string;
  busy: boolean;
  wide?: boolean;
  /** What has focus when the dialog opens. */
  focus?: RefObject<HTMLElement | null>;
  onClose: () => void;
  onAct: () => void;
}

/** Asks for what an act needs; Enter in a field does the act. */
export function FormDialog({ children, tone = "accent", wide = false, ...given }: FormDialogProps) {
  const form = useId();
  return (
    <Dialog
      title={given.title}
      wide={wide}
      onClose={given.onClose}
      {...(given.focus && { focus: given.focus })}
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
      <form
        id={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          given.onAct();
        }}
      >
        <Stack>{children}</Stack>
      </form>
    </Dialog>
  );
}
