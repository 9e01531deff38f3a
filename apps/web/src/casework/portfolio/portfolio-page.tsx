import { DownloadIcon, PrinterSmallIcon } from "@navikt/aksel-icons";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { portfolioRoutes } from "@varde/contract/portfolio";
import { useRead } from "../../platform/api/read.ts";
import { dayOf } from "../../platform/formats/formats.ts";
import { useFormats, useNow } from "../../platform/formats/use-formats.ts";
import { useMessages } from "../../platform/i18n/language.tsx";
import { Button, ButtonAnchor } from "../../ui/controls/button.tsx";
import { DateField } from "../../ui/controls/date-field.tsx";
import { Loaded } from "../../ui/feedback/loaded.tsx";
import { Page } from "../../ui/layout/page.tsx";
import { portfolioMessages } from "./portfolio-messages.ts";
import { PortfolioPicture } from "./portfolio-picture.tsx";

/** The whole picture, now or as of any day. */
export function PortfolioPage() {
  const t = useMessages(portfolioMessages);
  const formats = useFormats();
  const navigate = useNavigate({ from: "/portfolio" });
  const { asOf } = useSearch({ from: "/shell/portfolio" });
  const read = useRead(portfolioRoutes.getPortfolio, { query: asOf ? { asOf } : {} });
  const file = portfolioRoutes.downloadPortfolio.path + (asOf ? `?asOf=${asOf}` : "");
  const today = dayOf(useNow());
  return (
    <Page
      title={t("title")}
      lead={
        read.data &&
        (asOf ? t("asOf", { date: formats.date(asOf) }) : t("now", { at: formats.dateTime(read.data.asOf) }))
      }
      actions={
        <>
          <DateField
            label={t("day")}
            value={asOf ?? ""}
            max={today}
            onChange={(day) => void navigate({ search: day ? { asOf: day } : {} })}
          />
          {asOf && (
            <Button kind="quiet" onClick={() => void navigate({ search: {} })}>
              {t("showNow")}
            </Button>
          )}
          <Button kind="quiet" icon={<PrinterSmallIcon aria-hidden="true" />} onClick={() => print()}>
            {t("print")}
          </Button>
          <ButtonAnchor href={file} icon={<DownloadIcon aria-hidden="true" />} download>
            {t("excel")}
          </ButtonAnchor>
        </>
      }
    >
      <Loaded read={read}>{(portfolio) => <PortfolioPicture portfolio={portfolio} isNow={!asOf} />}</Loaded>
    </Page>
  );
}
