import { Link } from "@tanstack/react-router";
import { caseRoutes } from "@varde/contract/cases";
import { useMay } from "../../../access/index.ts";
import { useReadIf } from "../../../platform/api/read.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { ButtonLink } from "../../../ui/controls/button.tsx";
import { Panel } from "../../../ui/layout/panel.tsx";
import { Row, Stack } from "../../../ui/layout/stack.tsx";
import { caseMessages } from "../case-messages.ts";
import { Due } from "../queue/case-marks.tsx";
import { useCaseWords } from "../words/use-case-words.ts";

/** The cases of an alert or of a person, and opening one by hand where there is none; nothing to those who may not read cases. */
export function CasesAbout({ alert, hpr }: { alert?: number; hpr?: number }) {
  const t = useMessages(caseMessages);
  const words = useCaseWords();
  const mayRead = useMay("readCases");
  const mayOpen = useMay("prepareCases");
  const about = alert === undefined ? { hpr } : { alert };
  const { data } = useReadIf(mayRead, caseRoutes.listCasesAbout, { query: about });
  const offersOpening = mayOpen && hpr !== undefined && data?.rows.every(({ closedAt }) => closedAt !== null);
  if (!data || (data.rows.length === 0 && !offersOpening)) return null;
  return (
    <Panel title={t("casesOfThis")}>
      <Stack tight>
        {data.rows.map((row) => (
          <Row key={row.id}>
            <Link to="/cases/$id" params={{ id: String(row.id) }}>
              {row.number}
            </Link>
            <span>{words.stage(row.stage)}</span>
            <span className="quiet">{row.assignee?.name ?? t("nobody")}</span>
            <Due row={row} />
          </Row>
        ))}
        {offersOpening && (
          <Row>
            <ButtonLink to="/cases/new" search={{ hpr: String(hpr) }}>
              {t("openTitle")}
            </ButtonLink>
          </Row>
        )}
      </Stack>
    </Panel>
  );
}
