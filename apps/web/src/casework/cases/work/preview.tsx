import { fillPath } from "@varde/contract";
import { type AttachmentView, caseRoutes, downloadAttachment } from "@varde/contract/cases";
import { useRead } from "../../../platform/api/read.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { ButtonAnchor } from "../../../ui/controls/button.tsx";
import { Dialog } from "../../../ui/controls/dialog.tsx";
import { Loaded } from "../../../ui/feedback/loaded.tsx";
import { ScrollArea } from "../../../ui/layout/scroll-area.tsx";
import { Stack } from "../../../ui/layout/stack.tsx";
import { useActs } from "../acts/use-acts.ts";
import { caseMessages } from "../case-messages.ts";
import styles from "./work.module.css";

/** The text of an attachment, page by page, with the original to take home. */
export function Preview({ attachment, onClose }: { attachment: AttachmentView; onClose: () => void }) {
  const t = useMessages(caseMessages);
  const { view } = useActs();
  const params = { id: view.case.id, attachmentId: attachment.id };
  const read = useRead(caseRoutes.previewAttachment, { params });
  const name = attachment.title ?? attachment.fileName;
  return (
    <Dialog
      title={name}
      wide
      onClose={onClose}
      footer={
        view.numbersOpenUntil !== null && (
          <ButtonAnchor href={fillPath(downloadAttachment.path, params)} download>
            {t("download")}
          </ButtonAnchor>
        )
      }
    >
      <Loaded read={read}>
        {({ pages }) => (
          <ScrollArea label={name} className={styles.pages}>
            <Stack>
              {pages.map((page, place) => (
                // Pages have no identity but their place.
                <section key={place} aria-label={t("pageNumber", { number: place + 1 })}>
                  <p className="quiet">{t("pageNumber", { number: place + 1 })}</p>
                  <p className={styles.text}>{page}</p>
                </section>
              ))}
            </Stack>
          </ScrollArea>
        )}
      </Loaded>
    </Dialog>
  );
}
