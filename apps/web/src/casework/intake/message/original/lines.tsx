import type { PartView } from "@varde/contract/intake";
import { useEffect, useRef } from "react";
import { useMessages } from "../../../../platform/i18n/language.tsx";
import { ScrollArea } from "../../../../ui/layout/scroll-area.tsx";
import { intakeMessages } from "../../intake-messages.ts";
import { isAt, usePlaces } from "../places.tsx";
import styles from "./original.module.css";

/** The lines of one part; the one that is pointed at is lit, and the words in it. */
export function Lines({ part }: { part: PartView }) {
  const t = useMessages(intakeMessages);
  const { pointed } = usePlaces();
  const lit = useRef<HTMLTableRowElement>(null);
  const shown = pointed?.part === part.path ? pointed.shown : 0;
  useEffect(() => {
    if (shown > 0) lit.current?.scrollIntoView({ block: "center", behavior: "smooth" });
  }, [shown]);

  return (
    <ScrollArea className={styles.lines} label={t("original")}>
      <table>
        <tbody>
          {part.lines.map((line, index) => {
            const at = isAt(line, part.path, pointed);
            const newPage = line.page !== undefined && line.page !== part.lines[index - 1]?.page;
            return (
              <tr
                // Several lines of a part may stand on the same line of its source.
                key={index}
                ref={at ? lit : undefined}
                data-lit={at}
                data-page={newPage}
              >
                <th
                  scope="row"
                  aria-label={newPage ? t("placePage", { page: line.page ?? 1, line: line.line }) : undefined}
                >
                  {line.line}
                </th>
                <td>{at ? <Lit text={line.text} words={pointed?.raw} /> : line.text}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollArea>
  );
}

function Lit({ text, words }: { text: string; words: string | undefined }) {
  const start = words ? text.indexOf(words) : -1;
  if (!words || start === -1) return text;
  return (
    <>
      {text.slice(0, start)}
      <mark>{words}</mark>
      {text.slice(start + words.length)}
    </>
  );
}
