import type { CaseActName } from "@varde/contract/cases";
import { Button, type ButtonProps } from "../../../ui/controls/button.tsx";
import { useCaseWords } from "../words/use-case-words.ts";
import { type Preset, useActs } from "./use-acts.ts";

interface ActButtonsProps {
  acts: readonly CaseActName[];
  kind?: ButtonProps["kind"];
  /** What the place of the buttons already says of the act. */
  preset?: Preset;
  /** Said after the name of the act to those who hear the page, where the same act stands several times. */
  about?: string;
}

/** A button for each of the acts that may be done now; nothing for the others. */
export function ActButtons({ acts, kind = "secondary", preset, about }: ActButtonsProps) {
  const words = useCaseWords();
  const { may, start } = useActs();
  return acts.filter(may).map((act) => (
    <Button key={act} kind={kind} onClick={() => start(act, preset)}>
      {words.act(act)}
      {about && <span className="sr-only"> ({about})</span>}
    </Button>
  ));
}
