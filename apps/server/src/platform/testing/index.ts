export { type Child, startChild } from "./child-process.ts";
export { createEmptyTestDatabase, createTestDatabase, type TestScope } from "./test-database.ts";
export { type TestServer, useTestServer } from "./test-server.ts";
