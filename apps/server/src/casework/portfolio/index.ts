export { registerPortfolioCommands } from "./cli.ts";
export { getPortfolio, instantOf } from "./get-portfolio.ts";
export type { PortfolioParts } from "./portfolio-parts.ts";
export { createPortfolioReader, type PortfolioReader } from "./portfolio-reader.ts";
export { portfolioRouteModule } from "./routes.ts";
