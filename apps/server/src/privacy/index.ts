export type { PrivacyParts } from "./privacy-parts.ts";
export { privacyRouteModule } from "./routes.ts";
