export { PERMISSIONS_OF, permissionsOf } from "./access.permissions.ts";
export { type AccessAuthentication, BACKGROUND_HEADER } from "./authentication.ts";
export { type AccessSettings, configureAccess } from "./configure-access.ts";
export { DEMO_USERS, type DemoUser } from "./demo-login/demo-users.ts";
export { endSessionsOf, sweepSessions } from "./sessions/sessions.sql.ts";
