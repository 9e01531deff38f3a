import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { LoginPage } from "../access/index.ts";
import { readCaseSearch, readSearch, readStorySearch } from "../casework/cases/index.ts";
import { readAlertSearch } from "../casework/identification/index.ts";
import { readQueueSearch } from "../casework/intake/index.ts";
import { readPortfolioSearch } from "../casework/portfolio/index.ts";
import { accessRoutes } from "./access-routes.tsx";
import { ForbiddenPage, NotFoundPage } from "./error-pages.tsx";
import { destinationsFor } from "./shell/destinations.ts";
import { only, root, shell } from "./shell/shell-route.tsx";

const login = createRoute({
  getParentRoute: () => root,
  path: "/login",
  validateSearch: ({
    returnTo,
    cause,
  }: Record<string, unknown>): { returnTo?: string; cause?: "ended" | "expired" } => ({
    ...(typeof returnTo === "string" && { returnTo }),
    ...((cause === "ended" || cause === "expired") && { cause }),
  }),
  component: function Login() {
    const { returnTo = "/", cause } = login.useSearch();
    return <LoginPage returnTo={returnTo} cause={cause} />;
  },
});

const home = createRoute({
  getParentRoute: () => shell,
  path: "/",
  beforeLoad: ({ context }) => {
    const [first] = destinationsFor(context.me.permissions);
    if (first) throw redirect({ to: first.to });
    throw new ForbiddenPage("readPortfolio");
  },
});

const intake = createRoute({
  getParentRoute: () => shell,
  path: "/intake",
  beforeLoad: only("readIntake"),
  validateSearch: readQueueSearch,
  component: lazyRouteComponent(() => import("../casework/intake/queue/queue-page.tsx"), "QueuePage"),
});
const enterAlert = createRoute({
  getParentRoute: () => shell,
  path: "/intake/enter",
  beforeLoad: only("handleIntake"),
  component: lazyRouteComponent(
    () => import("../casework/intake/entry/enter-alert-page.tsx"),
    "EnterAlertPage",
  ),
});
const message = createRoute({
  getParentRoute: () => shell,
  path: "/intake/messages/$id",
  beforeLoad: only("readIntake"),
  validateSearch: readQueueSearch,
  component: lazyRouteComponent(() => import("../casework/intake/message/message-page.tsx"), "MessagePage"),
});
const alerts = createRoute({
  getParentRoute: () => shell,
  path: "/alerts",
  beforeLoad: only("readAlerts"),
  validateSearch: readAlertSearch,
  component: lazyRouteComponent(
    () => import("../casework/identification/queue/alerts-page.tsx"),
    "AlertsPage",
  ),
});
const alert = createRoute({
  getParentRoute: () => shell,
  path: "/alerts/$id",
  beforeLoad: only("readAlerts"),
  component: lazyRouteComponent(() => import("../casework/identification/alert/alert-page.tsx"), "AlertPage"),
});
const person = createRoute({
  getParentRoute: () => shell,
  path: "/people/$hpr",
  beforeLoad: only("readAlerts"),
  component: lazyRouteComponent(
    () => import("../casework/identification/person/person-page.tsx"),
    "PersonPage",
  ),
});
const cases = createRoute({
  getParentRoute: () => shell,
  path: "/cases",
  beforeLoad: only("readCases"),
  validateSearch: readCaseSearch,
  component: lazyRouteComponent(() => import("../casework/cases/queue/cases-page.tsx"), "CasesPage"),
});
const oneCase = createRoute({
  getParentRoute: () => shell,
  path: "/cases/$id",
  beforeLoad: only("readCases"),
  validateSearch: readStorySearch,
  component: lazyRouteComponent(() => import("../casework/cases/case/case-page.tsx"), "CasePage"),
});
const newCase = createRoute({
  getParentRoute: () => shell,
  path: "/cases/new",
  beforeLoad: only("prepareCases"),
  validateSearch: ({ hpr }: Record<string, unknown>): { hpr?: string } =>
    /^\d{1,9}$/.test(String(hpr)) ? { hpr: String(hpr) } : {},
  component: lazyRouteComponent(() => import("../casework/cases/opening/open-case-page.tsx"), "OpenCasePage"),
});
const search = createRoute({
  getParentRoute: () => shell,
  path: "/search",
  beforeLoad: only("readCases"),
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import("../casework/cases/search/search-page.tsx"), "SearchPage"),
});
const portfolio = createRoute({
  getParentRoute: () => shell,
  path: "/portfolio",
  beforeLoad: only("readPortfolio"),
  validateSearch: readPortfolioSearch,
  component: lazyRouteComponent(() => import("../casework/portfolio/portfolio-page.tsx"), "PortfolioPage"),
});
const registers = createRoute({
  getParentRoute: () => shell,
  path: "/registers",
  beforeLoad: only("readRegisters"),
  component: lazyRouteComponent(() => import("../casework/registers/registers-page.tsx"), "RegistersPage"),
});
const operations = createRoute({
  getParentRoute: () => shell,
  path: "/operations",
  beforeLoad: only("operate"),
  component: lazyRouteComponent(() => import("../casework/monitoring/operations-page.tsx"), "OperationsPage"),
});
const profiles = createRoute({
  getParentRoute: () => shell,
  path: "/profiles",
  beforeLoad: only("readProfiles"),
  component: lazyRouteComponent(
    () => import("../casework/intake/profiles/profiles-page.tsx"),
    "ProfilesPage",
  ),
});
const writeProfile = createRoute({
  getParentRoute: () => shell,
  path: "/profiles/write",
  beforeLoad: only("editProfiles"),
  component: lazyRouteComponent(
    () => import("../casework/intake/profiles/profile-page.tsx"),
    "WriteProfilePage",
  ),
});
const profile = createRoute({
  getParentRoute: () => shell,
  path: "/profiles/$name/$version",
  beforeLoad: only("readProfiles"),
  component: lazyRouteComponent(() => import("../casework/intake/profiles/profile-page.tsx"), "ProfilePage"),
});

const unknown = createRoute({ getParentRoute: () => shell, path: "$", component: NotFoundPage });

/** Every page and its address. */
export const routeTree = root.addChildren([
  login,
  shell.addChildren([
    home,
    intake,
    enterAlert,
    message,
    alerts,
    alert,
    person,
    cases,
    newCase,
    oneCase,
    search,
    portfolio,
    registers,
    operations,
    profiles,
    writeProfile,
    profile,
    ...accessRoutes,
    unknown,
  ]),
]);
