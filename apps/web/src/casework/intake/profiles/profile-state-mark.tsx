import { useMessages } from "../../../platform/i18n/language.tsx";
import { Mark } from "../../../ui/figures/mark.tsx";
import { intakeMessages } from "../intake-messages.ts";

const LOOK = { draft: ["warn", "✎"], active: ["good", "✓"], retired: ["neutral", "–"] } as const;

/** Whether a version of a profile is a draft, in use or retired. */
export function ProfileStateMark({ state }: { state: keyof typeof LOOK }) {
  const t = useMessages(intakeMessages);
  const [tone, symbol] = LOOK[state];
  return (
    <Mark tone={tone} symbol={symbol}>
      {t(`profileState.${state}`)}
    </Mark>
  );
}
