/** Writes docs/guide/settings.md from the reference of settings in the code. */
import { mkdirSync, writeFileSync } from "node:fs";
import { writeSettingsGuide } from "./settings-guide.ts";

const file = new URL("../docs/guide/settings.md", import.meta.url);
mkdirSync(new URL(".", file), { recursive: true });
writeFileSync(file, writeSettingsGuide());
