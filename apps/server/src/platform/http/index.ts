export type {
  ActingPerson,
  App,
  Authentication,
  Caller,
  InPlaceOf,
  Requirement,
  RouteModule,
} from "./app.ts";
export { buildServer, type ServerParts } from "./build-server.ts";
export type { ChangeSource } from "./delivery/live.ts";
export { limitCallers, RATE_LIMITS, type RateLimits } from "./delivery/rate-limits.ts";
export { openApiOf } from "./openapi.ts";
export { type OwnOrigins, ownOrigins } from "./origins.ts";
export { answerProblem } from "./problems/answer-problem.ts";
export { problemOf, problemOfRefusal, StoppedRequest } from "./problems/problem.ts";
export { bearerTokenOf } from "./routes/bearer-token.ts";
export { meets, refuseWithoutStepUp } from "./routes/guard.ts";
export { type Asked, type Declaration, serve } from "./routes/serve.ts";
export { type ServedFile, serveFile } from "./routes/serve-file.ts";
export { serveUpload, type UploadedFile, type UploadLimits } from "./routes/serve-upload.ts";
