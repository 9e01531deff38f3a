import { useMutation, useQueryClient } from "@tanstack/react-query";
import { fillPath } from "@varde/contract";
import { type AttachmentView, caseRoutes, downloadAttachment } from "@varde/contract/cases";
import { useRef, useState } from "react";
import { readsOfTopic } from "../../../platform/api/live-topics.ts";
import { uploadFiles } from "../../../platform/api/upload.ts";
import { useFormats } from "../../../platform/formats/use-formats.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Button } from "../../../ui/controls/button.tsx";
import { TextButton } from "../../../ui/controls/text-button.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { ProblemNotice, useProblemText } from "../../../ui/feedback/problem-notice.tsx";
import { useToast } from "../../../ui/feedback/toasts.tsx";
import { Panel } from "../../../ui/layout/panel.tsx";
import { Row, Stack } from "../../../ui/layout/stack.tsx";
import { IdentityNumbers } from "../../identity-numbers/index.ts";
import { useActs } from "../acts/use-acts.ts";
import { caseMessages } from "../case-messages.ts";
import { useActorName } from "../words/use-done.ts";
import { Preview } from "./preview.tsx";
import { useMayWork } from "./use-may-work.ts";

/** Files of the case: the originals to take home, their text to read here. */
export function Attachments() {
  const t = useMessages(caseMessages);
  const { case: shownCase, attachments, numbersOpenUntil } = useActs().view;
  const mayWork = useMayWork();
  const [shown, show] = useState<AttachmentView>();
  if (attachments.length === 0 && !mayWork) return null;
  return (
    <Panel title={t("attachments")} aside={attachments.length > 0 && attachments.length}>
      <Stack>
        {attachments.length > 0 && (
          <IdentityNumbers
            route={caseRoutes.openCaseNumbers}
            params={{ id: shownCase.id }}
            openUntil={numbersOpenUntil}
            holdsFiles
          />
        )}
        {attachments.map((attachment) => (
          <OneAttachment key={attachment.id} attachment={attachment} onShow={() => show(attachment)} />
        ))}
        {mayWork && <AddFiles />}
      </Stack>
      {shown && <Preview attachment={shown} onClose={() => show(undefined)} />}
    </Panel>
  );
}

function OneAttachment({ attachment, onShow }: { attachment: AttachmentView; onShow: () => void }) {
  const t = useMessages(caseMessages);
  const formats = useFormats();
  const nameOf = useActorName();
  const { view } = useActs();
  const { id, fileName, title, size, pages, addedAt, by } = attachment;
  return (
    <div>
      <Row>
        {view.numbersOpenUntil === null ? (
          <span>{title ?? fileName}</span>
        ) : (
          <a href={fillPath(downloadAttachment.path, { id: view.case.id, attachmentId: id })} download>
            {title ?? fileName}
          </a>
        )}
        {pages > 0 && (
          <TextButton onClick={onShow} aria-label={t("previewOf", { name: title ?? fileName })}>
            {t("preview")}
          </TextButton>
        )}
      </Row>
      <p className="quiet">
        {formats.size(size)} · {nameOf(by)}, {formats.date(addedAt)}
      </p>
    </div>
  );
}

function AddFiles() {
  const t = useMessages(caseMessages);
  const say = useToast();
  const problem = useProblemText();
  const queries = useQueryClient();
  const { view } = useActs();
  const chooser = useRef<HTMLInputElement>(null);
  const path = fillPath(caseRoutes.addAttachments.path, { id: view.case.id });
  const { mutate, isPending, error, data } = useMutation({
    mutationFn: (files: readonly File[]) => uploadFiles({ ...caseRoutes.addAttachments, path }, files),
    onSuccess: ({ added }) => say(t("filesAdded", { count: added.length })),
    onSettled: () => {
      const concerned = readsOfTopic("cases");
      void queries.invalidateQueries({ predicate: ({ queryKey }) => concerned.test(String(queryKey[0])) });
    },
  });
  return (
    <>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        aria-label={t("addFiles")}
        onChange={({ target }) => {
          if (target.files?.length) mutate([...target.files]);
          target.value = "";
        }}
      />
      <Row>
        <Button loading={isPending} onClick={() => chooser.current?.click()}>
          {t("addFiles")}
        </Button>
      </Row>
      {error && <ProblemNotice error={error} />}
      {data?.refused.map(({ fileName, code }) => (
        <Notice key={fileName} tone="warning" live>
          {t("fileRefused", { name: fileName, why: problem({ code }).text })}
        </Notice>
      ))}
    </>
  );
}
