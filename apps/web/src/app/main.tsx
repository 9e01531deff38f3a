import "@fontsource-variable/source-sans-3/wght.css";
import "../ui/theme/aksel.css";
import "../ui/theme/tokens.css";
import "../ui/theme/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { config } from "zod";
import { App } from "./app.tsx";

// The content security policy forbids code made at run time, which Zod would otherwise try.
config({ jitless: true });

const root = document.querySelector("#varde");
if (!root) throw new Error("index.html lacks #varde");
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
