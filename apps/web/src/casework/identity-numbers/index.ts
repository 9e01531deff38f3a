export { IdentityNumbers } from "./identity-numbers.tsx";
