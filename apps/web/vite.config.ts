import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { answerWithFixtures } from "./dev/vite-fixtures.ts";

const SERVER = "http://localhost:3000";
const FROM_SERVER = ["/api", "/auth", "/demo-login", "/health"];

/** The login pages stand outside the application and share its font, so the font keeps its own name; all else is hashed. */
const fileNameOf = ({ names }: { names: readonly string[] }): string =>
  names.some((name) => name.endsWith(".woff2")) ? "assets/[name][extname]" : "assets/[name]-[hash][extname]";

/** `VARDE_FIXTURES=1 npm run dev` answers with invented data and needs no server; otherwise calls go to one on port 3000. */
export default defineConfig(({ command }) => {
  const fixtures = command === "serve" && process.env.VARDE_FIXTURES === "1";
  return {
    plugins: [react(), ...(fixtures ? [answerWithFixtures()] : [])],
    server: fixtures ? {} : { proxy: Object.fromEntries(FROM_SERVER.map((path) => [path, SERVER])) },
    build: {
      // Inlined files would be data: addresses, which the content security policy refuses.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      target: "es2023",
      rolldownOptions: { output: { assetFileNames: fileNameOf } },
    },
  };
});
