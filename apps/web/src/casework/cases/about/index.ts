export { CasesAbout } from "./cases-about.tsx";
