import { Dialog as AkselDialog } from "@navikt/ds-react/Dialog";
import type { ReactNode } from "react";

interface DialogProps {
  title: string;
  children: ReactNode;
  /** Buttons, the primary one first. */
  footer?: ReactNode;
  onClose: () => void;
  wide?: boolean;
}

/** A question that must be answered before going on. Shown while it is rendered. */
export function Dialog({ title, children, footer, onClose, wide = false }: DialogProps) {
  return (
    <AkselDialog open size="small" onOpenChange={(open) => !open && onClose()}>
      <AkselDialog.Popup width={wide ? "large" : "medium"}>
        <AkselDialog.Header>
          <AkselDialog.Title>{title}</AkselDialog.Title>
        </AkselDialog.Header>
        <AkselDialog.Body>{children}</AkselDialog.Body>
        {footer && <AkselDialog.Footer>{footer}</AkselDialog.Footer>}
      </AkselDialog.Popup>
    </AkselDialog>
  );
}
