export { createTestDatabase, type TestScope } from "./test-database.ts";
export { useTestServer } from "./test-server.ts";
