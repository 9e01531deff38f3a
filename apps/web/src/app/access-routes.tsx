import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { accessPlacesFor, readPeopleSearch, readPersonAct, readServicesSearch } from "../access/index.ts";
import { readAuditSearch, readLookersSearch, readPeriod } from "../audit/index.ts";
import { privacyPlacesFor, readCorrectionsSearch } from "../privacy/index.ts";
import { ForbiddenPage } from "./error-pages.tsx";
import { only, shell } from "./shell/shell-route.tsx";

const account = createRoute({
  getParentRoute: () => shell,
  path: "/account",
  component: lazyRouteComponent(() => import("../access/account/account-page.tsx"), "AccountPage"),
});
const access = createRoute({
  getParentRoute: () => shell,
  path: "/access",
  beforeLoad: ({ context }) => {
    const [first] = accessPlacesFor(context.me.permissions);
    throw first ? redirect({ to: first.to }) : new ForbiddenPage("appointStandIns");
  },
});
const people = createRoute({
  getParentRoute: () => shell,
  path: "/access/people",
  beforeLoad: only("administerPeople"),
  validateSearch: readPeopleSearch,
  component: lazyRouteComponent(() => import("../access/people/people-page.tsx"), "PeoplePage"),
});
const knownPerson = createRoute({
  getParentRoute: () => shell,
  path: "/access/people/$id",
  beforeLoad: only("administerPeople"),
  validateSearch: readPersonAct,
  component: lazyRouteComponent(() => import("../access/people/known-person-page.tsx"), "KnownPersonPage"),
});
const standIns = createRoute({
  getParentRoute: () => shell,
  path: "/access/stand-ins",
  beforeLoad: only("appointStandIns"),
  validateSearch: ({ past }: Record<string, unknown>): { past?: true } => (past === true ? { past } : {}),
  component: lazyRouteComponent(() => import("../access/stand-ins/stand-ins-page.tsx"), "StandInsPage"),
});
const services = createRoute({
  getParentRoute: () => shell,
  path: "/access/services",
  beforeLoad: only("administerPeople"),
  validateSearch: readServicesSearch,
  component: lazyRouteComponent(() => import("../access/services/services-page.tsx"), "ServicesPage"),
});
const units = createRoute({
  getParentRoute: () => shell,
  path: "/access/units",
  beforeLoad: only("administerUnits"),
  component: lazyRouteComponent(() => import("../access/units/units-page.tsx"), "UnitsPage"),
});
const exclusions = createRoute({
  getParentRoute: () => shell,
  path: "/access/exclusions",
  beforeLoad: only("excludeFromCases"),
  component: lazyRouteComponent(() => import("../access/on-cases/exclusions-page.tsx"), "ExclusionsPage"),
});
const openings = createRoute({
  getParentRoute: () => shell,
  path: "/access/openings",
  beforeLoad: only("watchOpenings"),
  validateSearch: ({ unseen }: Record<string, unknown>): { unseen?: true } =>
    unseen === true ? { unseen } : {},
  component: lazyRouteComponent(() => import("../access/on-cases/openings-page.tsx"), "OpeningsPage"),
});
const audit = createRoute({
  getParentRoute: () => shell,
  path: "/audit",
  beforeLoad: only("readAudit"),
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(() => import("../audit/log/audit-page.tsx"), "AuditPage"),
});
const auditEntry = createRoute({
  getParentRoute: () => shell,
  path: "/audit/entries/$id",
  beforeLoad: only("readAudit"),
  component: lazyRouteComponent(() => import("../audit/entry-page.tsx"), "AuditEntryPage"),
});
const lookers = createRoute({
  getParentRoute: () => shell,
  path: "/audit/lookers",
  beforeLoad: only("readAudit"),
  validateSearch: readLookersSearch,
  component: lazyRouteComponent(() => import("../audit/lookers-page.tsx"), "LookersPage"),
});
const anomalies = createRoute({
  getParentRoute: () => shell,
  path: "/audit/anomalies",
  beforeLoad: only("readAudit"),
  validateSearch: readPeriod,
  component: lazyRouteComponent(() => import("../audit/anomalies-page.tsx"), "AnomaliesPage"),
});
const chain = createRoute({
  getParentRoute: () => shell,
  path: "/audit/chain",
  beforeLoad: only("readAudit"),
  component: lazyRouteComponent(() => import("../audit/chain-page.tsx"), "ChainPage"),
});
const privacy = createRoute({
  getParentRoute: () => shell,
  path: "/privacy",
  beforeLoad: ({ context }) => {
    const [first] = privacyPlacesFor(context.me.permissions);
    throw first ? redirect({ to: first.to }) : new ForbiddenPage("makeAccessReports");
  },
});
const accessReport = createRoute({
  getParentRoute: () => shell,
  path: "/privacy/report",
  beforeLoad: only("makeAccessReports"),
  component: lazyRouteComponent(() => import("../privacy/report-page.tsx"), "ReportPage"),
});
const corrections = createRoute({
  getParentRoute: () => shell,
  path: "/privacy/corrections",
  beforeLoad: only("readAlerts"),
  validateSearch: readCorrectionsSearch,
  component: lazyRouteComponent(() => import("../privacy/corrections-page.tsx"), "CorrectionsPage"),
});

/** The pages about who may, who did and what is held about people. */
export const accessRoutes = [
  account,
  access,
  people,
  knownPerson,
  standIns,
  services,
  units,
  exclusions,
  openings,
  audit,
  auditEntry,
  lookers,
  anomalies,
  chain,
  privacy,
  accessReport,
  corrections,
] as const;
