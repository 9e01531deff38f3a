export { registerArchiveCommands } from "./cli/archive-commands.ts";
