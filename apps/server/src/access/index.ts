export { PERMISSIONS_OF, permissionsOf } from "./access.permissions.ts";
export { type AccessAuthentication, BACKGROUND_HEADER } from "./authentication.ts";
export { type AccessSettings, configureAccess } from "./configure-access.ts";
export { DEMO_USERS, type DemoUser } from "./demo-login/demo-users.ts";
export { endSessionsOf, sweepSessions } from "./sessions/sessions.sql.ts";
export { type DoneBy, personsBehind, refuseToAgree } from "./standing/four-eyes.rules.ts";
export { type Allowed, type CaseInUnits, judgeOnCase } from "./standing/judge-on-case.ts";
export { readStanding } from "./standing/read-standing.ts";
export type { Named, Standing, StandingIn } from "./standing/standing.ts";
