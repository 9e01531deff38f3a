import type { MessageView } from "@varde/contract/intake";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Timeline } from "../../../ui/layout/timeline.tsx";
import { termMessages, useDoer } from "../../terms/index.ts";

/** Every state a message has been in, newest first, with who and why. */
export function History({ history }: { history: MessageView["history"] }) {
  const terms = useMessages(termMessages);
  const doerOf = useDoer();
  return (
    <Timeline
      events={history
        .map((event, index) => ({
          key: index,
          at: event.at,
          title: terms(`messageState.${event.state}`),
          detail: event.reason && (terms.find(`reason.${event.reason}`, event.reasonParams) ?? event.reason),
          note: event.note,
          by: doerOf(event) ?? terms("robot"),
        }))
        .toReversed()}
    />
  );
}
