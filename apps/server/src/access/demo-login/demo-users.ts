import type { Language, Role } from "@varde/contract";

/** An invented person to try Varde as. */
export interface DemoUser {
  readonly subject: string;
  readonly name: string;
  readonly role: Role;
}

/** The issuer that people of the demonstration login are known under. */
export const DEMO_LOGIN_ISSUER = "demo";

/** The invented staff of the demonstration authority. */
export const DEMO_USERS: readonly DemoUser[] = [
  { subject: "ingrid", name: "Ingrid Solbakken", role: "firstLine" },
  { subject: "jonas", name: "Jonas Myrvold", role: "firstLine" },
  { subject: "amina", name: "Amina Haddad", role: "secondLine" },
  { subject: "turid", name: "Turid Nygård", role: "processOwner" },
  { subject: "erik", name: "Erik Strand", role: "manager" },
  { subject: "marit", name: "Marit Foss", role: "governance" },
  { subject: "henrik", name: "Henrik Lunde", role: "auditor" },
  { subject: "solveig", name: "Solveig Bakke", role: "systemOwner" },
];

/** What each role is called and does, for the page where one is chosen. */
export const ROLE_TEXTS: Readonly<Record<Language, Readonly<Record<Role, string>>>> = {
  nb: {
    firstLine: "Førstelinje: tar imot meldinger og avgjør hvem de gjelder",
    secondLine: "Andrelinje: behandler saken",
    processOwner: "Prosesseier: har hele porteføljen",
    manager: "Leder: status og tall",
    governance: "Virksomhetsstyring: tall til rapporter",
    auditor: "Revisor: leser alt, endrer ingenting",
    systemOwner: "Systemeier: drift, kilder og registre, ikke saksinnhold",
  },
  nn: {
    firstLine: "Førstelinje: tek imot meldingar og avgjer kven dei gjeld",
    secondLine: "Andrelinje: handsamar saka",
    processOwner: "Prosesseigar: har heile porteføljen",
    manager: "Leiar: status og tal",
    governance: "Verksemdsstyring: tal til rapportar",
    auditor: "Revisor: les alt, endrar ingenting",
    systemOwner: "Systemeigar: drift, kjelder og register, ikkje saksinnhald",
  },
  en: {
    firstLine: "First line: receives messages and decides whom they concern",
    secondLine: "Second line: handles the case",
    processOwner: "Process owner: has the whole portfolio",
    manager: "Manager: status and figures",
    governance: "Governance: figures for reports",
    auditor: "Auditor: reads everything, changes nothing",
    systemOwner: "System owner: operation, sources and registers, no case content",
  },
};
