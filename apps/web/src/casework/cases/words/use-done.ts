import type { CaseActor } from "@varde/contract/cases";
import { useCallback } from "react";
import { useFormats } from "../../../platform/formats/use-formats.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { caseMessages } from "../case-messages.ts";

interface Doer {
  readonly actor: { readonly name: string };
  readonly onBehalfOf?: { readonly name: string } | undefined;
  readonly robot?: true | undefined;
}

/** Who did something and when, also in whose place and whether it was the robot. */
export function useDone(): (done: { readonly by: Doer; readonly at: string }) => string {
  const t = useMessages(caseMessages);
  const formats = useFormats();
  return useCallback(
    ({ by: { actor, onBehalfOf, robot }, at }) => {
      const name = robot ? t("robot") : actor.name;
      const who = onBehalfOf ? t("nameFor", { name, other: onBehalfOf.name }) : name;
      return `${who}, ${formats.dateTime(at)}`;
    },
    [t, formats],
  );
}

/** The name of whoever acted: a person, the robot, the command line or a service. */
export function useActorName(): (actor: CaseActor) => string {
  const t = useMessages(caseMessages);
  return useCallback(
    ({ name, kind }) => (kind === "job" ? t("robot") : kind === "cli" ? t("commandLine", { name }) : name),
    [t],
  );
}
