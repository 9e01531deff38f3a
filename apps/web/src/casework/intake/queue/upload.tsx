import { UploadIcon } from "@navikt/aksel-icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { intakeRoutes } from "@varde/contract/intake";
import { useEffect, useRef, useState } from "react";
import { readsOfTopic } from "../../../platform/api/live-topics.ts";
import { uploadFiles } from "../../../platform/api/upload.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Button } from "../../../ui/controls/button.tsx";
import { ProblemNotice } from "../../../ui/feedback/problem-notice.tsx";
import { useToast } from "../../../ui/feedback/toasts.tsx";
import { intakeMessages } from "../intake-messages.ts";
import styles from "./upload.module.css";

/** Puts files into the intake: by button, or by dropping them anywhere on the page. */
export function Upload() {
  const t = useMessages(intakeMessages);
  const say = useToast();
  const queries = useQueryClient();
  const chooser = useRef<HTMLInputElement>(null);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (files: readonly File[]) => uploadFiles(intakeRoutes.uploadMessages, files),
    onSuccess: ({ messages }) => {
      const known = messages.filter((message) => message.known).length;
      if (known < messages.length) say(t("uploaded", { count: messages.length - known }));
      if (known > 0) say(t("uploadedBefore", { count: known }));
    },
    onSettled: () => {
      const concerned = readsOfTopic("messages");
      void queries.invalidateQueries({ predicate: ({ queryKey }) => concerned.test(String(queryKey[0])) });
    },
  });
  const dropping = useDroppedFiles(mutate);
  return (
    <>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        aria-label={t("upload")}
        onChange={({ target }) => {
          if (target.files?.length) mutate([...target.files]);
          target.value = "";
        }}
      />
      <Button
        icon={<UploadIcon aria-hidden="true" />}
        loading={isPending}
        onClick={() => chooser.current?.click()}
      >
        {t("upload")}
      </Button>
      {error && <ProblemNotice error={error} />}
      {dropping && (
        <div className={styles.target}>
          <p>{t("uploadHint")}</p>
        </div>
      )}
    </>
  );
}

/** Takes files dropped on the page. Returns whether some are being dragged over it now. */
function useDroppedFiles(take: (files: readonly File[]) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const drag = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (!holdsFiles(event)) return;
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) take(files);
    };
    document.addEventListener("dragover", drag);
    document.addEventListener("dragleave", leave);
    document.addEventListener("drop", drop);
    return () => {
      document.removeEventListener("dragover", drag);
      document.removeEventListener("dragleave", leave);
      document.removeEventListener("drop", drop);
    };
  }, [take]);
  return over;
}
