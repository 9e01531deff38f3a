import { type Person, type Portfolio, portfolioRoutes } from "@varde/contract";
import { personActor, recordAudit } from "../../platform/audit/index.ts";
import { type RouteModule, serve, serveFile } from "../../platform/http/index.ts";
import { invalid, isRefusal, type Refusal } from "../../platform/rules/refusal.ts";
import { instantOf } from "./get-portfolio.ts";
import type { PortfolioParts } from "./portfolio-parts.ts";
import { portfolioWorkbook } from "./workbook.ts";

/** The routes of the portfolio. It names nobody; who exported it and as of when is audited. */
export function portfolioRouteModule({ db, clock, reader }: PortfolioParts): RouteModule {
  const read = async (asOf: string | undefined): Promise<Portfolio | Refusal> => {
    if (asOf === undefined) return reader.now();
    const at = await instantOf(db, asOf);
    if (at.getTime() > clock.now().getTime() + ONE_DAY_MS) return invalid("asOfInTheFuture", { asOf });
    return reader.asOf(at);
  };
  const audit = (person: Person, { asOf }: Portfolio) =>
    recordAudit(db, {
      at: clock.now(),
      actor: personActor(person),
      act: "exportPortfolio",
      details: { asOf },
    });

  return (app) => {
    serve(app, portfolioRoutes.getPortfolio, { may: "readPortfolio" }, ({ query }) => read(query.asOf));

    serveFile(app, portfolioRoutes.downloadPortfolio, { may: "readPortfolio" }, async ({ query, person }) => {
      const portfolio = await read(query.asOf);
      if (isRefusal(portfolio)) return portfolio;
      await audit(person, portfolio);
      return {
        fileName: `portfolio-${portfolio.asOf.slice(0, 10)}.xlsx`,
        mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        content: await portfolioWorkbook(portfolio),
      };
    });
  };
}

/** Today as a date means its end, which is to come. */
const ONE_DAY_MS = 86_400_000;
