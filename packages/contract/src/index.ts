export * from "./access.ts";
export * from "./client.ts";
export * from "./identification.ts";
export * from "./intake.ts";
export * from "./operations.ts";
export * from "./portfolio.ts";
export * from "./registers.ts";
export * from "./route.ts";
