export { BalancePanel } from "./balance-panel.tsx";
export { portfolioProblems } from "./messages/problems.ts";
export { readPortfolioSearch } from "./portfolio-search.ts";
