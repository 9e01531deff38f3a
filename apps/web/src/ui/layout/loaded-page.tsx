import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useMessages } from "../../platform/i18n/language.tsx";
import { Button } from "../controls/button.tsx";
import { Loaded } from "../feedback/loaded.tsx";
import { ProblemNotice, problemOf, useProblemText } from "../feedback/problem-notice.tsx";
import { uiMessages } from "../messages.ts";
import { Page } from "./page.tsx";

/** A page whose heading depends on what is read: where the reading fails, the failure is the page. */
export function LoadedPage<T>({
  read,
  children,
}: {
  read: UseQueryResult<T>;
  children: (answer: T) => ReactNode;
}) {
  const t = useMessages(uiMessages);
  const say = useProblemText();
  if (read.data !== undefined || !read.isError) return <Loaded read={read}>{children}</Loaded>;
  return (
    <Page title={say(problemOf(read.error)).text}>
      <ProblemNotice
        error={read.error}
        actions={<Button onClick={() => void read.refetch()}>{t("tryAgain")}</Button>}
      />
    </Page>
  );
}
