import type { AccessReport, ReportSection } from "@varde/contract/privacy";
import { useFormats } from "../platform/formats/use-formats.ts";
import { useMessages } from "../platform/i18n/language.tsx";
import { Button } from "../ui/controls/button.tsx";
import { Notice } from "../ui/feedback/notice.tsx";
import { Facts } from "../ui/layout/facts.tsx";
import { Panel } from "../ui/layout/panel.tsx";
import { Row, Stack } from "../ui/layout/stack.tsx";
import { privacyMessages } from "./privacy-messages.ts";
import { RecordFacts } from "./record-facts.tsx";
import { saveFile } from "./save-file.ts";

/** Everything stored about a person, by source with its purpose; to be read here, saved or printed. */
export function ReportView({ report }: { report: AccessReport }) {
  const t = useMessages(privacyMessages);
  const formats = useFormats();
  const { about, sections, madeAt } = report;
  const found = sections.filter(({ records }) => records.length > 0);
  const name = `varde-innsyn-${madeAt.slice(0, 10)}`;
  return (
    <Stack>
      <Panel title={t("report")}>
        <Stack>
          <Facts
            facts={[
              [t("madeAt"), formats.dateTime(madeAt)],
              [t("foundBy"), t(`foundBy.${about.foundBy === "nameAndBirthDate" ? "name" : about.foundBy}`)],
              [t("hprNumber"), about.hprNumbers.join(", ") || t("notInRegister")],
              [t("alerts"), formats.number(about.alerts.length)],
            ]}
          />
          <div className="no-print">
            <Row>
              <Button kind="primary" onClick={() => window.print()}>
                {t("print")}
              </Button>
              <Button onClick={() => saveFile(`${name}.html`, "text/html", report.document)}>
                {t("saveDocument")}
              </Button>
              <Button onClick={() => saveFile(`${name}.json`, "application/json", asJson(report))}>
                {t("saveJson")}
              </Button>
            </Row>
          </div>
        </Stack>
      </Panel>
      {found.length === 0 && <Notice title={t("nothingStored")}>{t("nothingStoredText")}</Notice>}
      {found.map((section) => (
        <Section key={section.source} section={section} titles={report.fieldTitles} />
      ))}
      {found.length < sections.length && (
        <Panel title={t("nothingIn")}>
          <p>
            {sections
              .filter(({ records }) => records.length === 0)
              .map(({ title }) => title)
              .join(", ")}
          </p>
        </Panel>
      )}
    </Stack>
  );
}

/** What is stored: the document says the same in another form. */
function asJson({ madeAt, about, sections }: AccessReport): string {
  return JSON.stringify({ madeAt, about, sections }, null, 2);
}

function Section({ section, titles }: { section: ReportSection; titles: AccessReport["fieldTitles"] }) {
  const t = useMessages(privacyMessages);
  return (
    <Panel title={section.title} aside={t("records", { count: section.records.length })}>
      <Stack>
        <Facts
          facts={[
            [t("purpose"), section.purpose],
            [t("legalBasis"), section.legalBasis],
            [t("retention"), section.retention],
          ]}
        />
        {section.records.map((record, place) => (
          <RecordFacts key={place} record={record} titles={titles} />
        ))}
      </Stack>
    </Panel>
  );
}
