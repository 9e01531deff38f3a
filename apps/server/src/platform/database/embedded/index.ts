export { type EmbeddedOptions, type EmbeddedServer, useEmbeddedServer } from "./embedded-server.ts";
export { type ServerSettings, THROWAWAY_SETTINGS } from "./settings.ts";
