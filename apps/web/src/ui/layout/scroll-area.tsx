import type { ReactNode } from "react";

/** Room that scrolls when its content is larger. It takes focus, so that the keyboard can scroll it too. */
export function ScrollArea({
  label,
  className,
  children,
}: {
  label: string;
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role -- WCAG 2.1.1: what scrolls must be reachable by keyboard, and it is no set of fields.
    <div role="group" aria-label={label} className={className} tabIndex={0}>
      {children}
    </div>
  );
}
