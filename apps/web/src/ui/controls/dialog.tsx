import { Dialog as AkselDialog } from "@navikt/ds-react/Dialog";
import type { ReactNode, RefObject } from "react";
import styles from "./dialog.module.css";

interface DialogProps {
  title: string;
  children: ReactNode;
  /** Buttons, the primary one first. */
  footer?: ReactNode;
  onClose: () => void;
  wide?: boolean;
  /** What has focus when the dialog opens; the dialog itself where nothing is given. */
  focus?: RefObject<HTMLElement | null>;
}

/** A question that must be answered before going on. Shown while it is rendered. */
export function Dialog({ title, children, footer, onClose, wide = false, focus }: DialogProps) {
  return (
    <AkselDialog open size="small" onOpenChange={(open) => !open && onClose()}>
      <AkselDialog.Popup className={styles.popup} data-wide={wide} {...(focus && { initialFocusTo: focus })}>
        <AkselDialog.Header>
          <AkselDialog.Title>{title}</AkselDialog.Title>
        </AkselDialog.Header>
        <AkselDialog.Body>{children}</AkselDialog.Body>
        {footer && <AkselDialog.Footer>{footer}</AkselDialog.Footer>}
      </AkselDialog.Popup>
    </AkselDialog>
  );
}
