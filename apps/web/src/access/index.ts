export { accessMessages } from "./access-messages.ts";
export { accessPlacesFor } from "./access-places.ts";
export { LoginPage } from "./login-page.tsx";
export { meOptions, useMay, useMe } from "./me.ts";
export { accessProblems } from "./messages/problems.ts";
export { readPeopleSearch, readPersonAct } from "./people/people-search.ts";
export { PersonMenu } from "./person-menu.tsx";
export { readServicesSearch } from "./services/services-search.ts";
