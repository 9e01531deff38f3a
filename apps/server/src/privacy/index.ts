export { registerPrivacyCommands } from "./cli/privacy-commands.ts";
export type { PrivacyParts } from "./privacy-parts.ts";
export { privacyRouteModule } from "./routes.ts";
