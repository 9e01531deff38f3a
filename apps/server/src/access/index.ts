export { permissionsOf, PERMISSIONS_OF } from "./access.permissions.ts";
export { type AccessParts, BACKGROUND_HEADER, createAuthentication } from "./authentication.ts";
export { createDemoProvider } from "./demo-login/demo-provider.ts";
export { DEMO_USERS, type DemoUser } from "./demo-login/demo-users.ts";
export { type IdentityProvider, type OpenIdSettings, openIdProvider } from "./login/identity-provider.ts";
export { readOpenIdSettings } from "./login/open-id-settings.ts";
export { readOrMakeSecret } from "./secrets.ts";
export { endSessionsOf, sweepSessions } from "./sessions/sessions.sql.ts";
