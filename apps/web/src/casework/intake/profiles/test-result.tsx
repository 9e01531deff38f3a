import { Link } from "@tanstack/react-router";
import type { profileTest } from "@varde/contract/source-profiles";
import type { z } from "zod";
import { useFormats } from "../../../platform/formats/use-formats.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Figure, Figures } from "../../../ui/figures/figure.tsx";
import { Panel } from "../../../ui/layout/panel.tsx";
import { Stack } from "../../../ui/layout/stack.tsx";
import { Table } from "../../../ui/table/plain-table.tsx";
import { termMessages } from "../../terms/index.ts";
import { intakeMessages } from "../intake-messages.ts";

/** What a draft would do to stored messages, beside what was read before. */
export function TestResult({ result }: { result: z.infer<typeof profileTest> }) {
  const t = useMessages(intakeMessages);
  const terms = useMessages(termMessages);
  const formats = useFormats();
  /** "alert, update" or "quarantined: brokenPdf", as the server sums a reading up. */
  const verdict = (sum: string) => {
    const [outcome = "", reason] = sum.split(": ");
    if (reason === undefined)
      return outcome
        .split(", ")
        .map((kind) => terms.find(`kind.${kind}`) ?? kind)
        .join(", ");
    return `${terms.find(`messageState.${outcome}`) ?? outcome}: ${terms.find(`reason.${reason}`) ?? reason}`;
  };
  return (
    <Panel title={t("testResult")}>
      <Stack>
        <Figures>
          <Figure label={t("testMessages")} value={formats.number(result.messages)} />
          <Figure label={t("testSame")} value={formats.number(result.same)} />
          <Figure
            label={t("testBetter")}
            value={formats.number(result.better)}
            tone={result.better > 0 ? "good" : "plain"}
          />
          <Figure
            label={t("testWorse")}
            value={formats.number(result.worse)}
            tone={result.worse > 0 ? "bad" : "plain"}
          />
        </Figures>
        {result.differences.length === 0 ? (
          <p className="quiet">{t("testNoDifference")}</p>
        ) : (
          <Table
            caption={t("testResult")}
            head={[t("message"), t("before"), t("after"), t("changedFields")]}
            rows={result.differences.map(({ messageId, before, after, fields }) => ({
              key: messageId,
              cells: [
                <Link key="message" to="/intake/messages/$id" params={{ id: String(messageId) }}>
                  {t("message")} {messageId}
                </Link>,
                verdict(before),
                verdict(after),
                fields.map((field) => terms(`field.${field}`)).join(", "),
              ],
            }))}
          />
        )}
      </Stack>
    </Panel>
  );
}
