export { accessMessages } from "./access-messages.ts";
export { LoginPage } from "./login-page.tsx";
export { meOptions, useMay, useMe } from "./me.ts";
export { accessProblems } from "./messages/problems.ts";
export { PersonMenu } from "./person-menu.tsx";
