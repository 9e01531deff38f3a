export { RegisterFacts } from "./register-facts.tsx";
