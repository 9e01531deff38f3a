export { BalancePanel } from "./balance-panel.tsx";
export { readPortfolioSearch } from "./portfolio-search.ts";
