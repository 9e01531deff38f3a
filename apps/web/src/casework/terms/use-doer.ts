import { useCallback } from "react";
import { useMessages } from "../../platform/i18n/language.tsx";
import { termMessages } from "./term-messages.ts";

/** Names who did something: a person by name, the command line by the user of the machine, nobody where it was the robot. */
export function useDoer(): (done: { by: string | null; byCommandLine: boolean }) => string | undefined {
  const t = useMessages(termMessages);
  return useCallback(
    ({ by, byCommandLine }) =>
      by === null ? undefined : byCommandLine ? t("commandLine", { user: by }) : by,
    [t],
  );
}
