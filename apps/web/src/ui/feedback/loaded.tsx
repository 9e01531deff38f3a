import { Loader } from "@navikt/ds-react/Loader";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useMessages } from "../../platform/i18n/language.tsx";
import { Button } from "../controls/button.tsx";
import { uiMessages } from "../messages.ts";
import styles from "./loaded.module.css";
import { ProblemNotice } from "./problem-notice.tsx";

/** Shows a read once it is there; while it is under way a sign of life, and where it fails why and how to try again. */
export function Loaded<T>({
  read,
  children,
}: {
  read: UseQueryResult<T>;
  children: (answer: T) => ReactNode;
}) {
  const t = useMessages(uiMessages);
  if (read.data !== undefined) {
    return (
      <>
        {read.isError && <ProblemNotice error={read.error} />}
        {children(read.data)}
      </>
    );
  }
  if (read.isError) {
    return (
      <ProblemNotice
        error={read.error}
        actions={<Button onClick={() => void read.refetch()}>{t("tryAgain")}</Button>}
      />
    );
  }
  return (
    <output className={styles.loading} aria-busy="true">
      <Loader size="large" title={t("loading")} />
    </output>
  );
}
