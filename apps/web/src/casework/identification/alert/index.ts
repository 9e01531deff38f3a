export { AlertLines } from "./same-person.tsx";
