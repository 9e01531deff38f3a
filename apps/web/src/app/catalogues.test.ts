import assert from "node:assert/strict";
import test from "node:test";
import { accessMessages } from "../access/access-messages.ts";
import { accountMessages } from "../access/account/account-messages.ts";
import { accessProblems } from "../access/messages/problems.ts";
import { onCaseMessages } from "../access/on-cases/on-case-messages.ts";
import { peopleMessages } from "../access/people/people-messages.ts";
import { serviceMessages } from "../access/services/service-messages.ts";
import { standInMessages } from "../access/stand-ins/stand-in-messages.ts";
import { unitMessages } from "../access/units/unit-messages.ts";
import { auditMessages } from "../audit/audit-messages.ts";
import { auditProblems } from "../audit/messages/problems.ts";
import { actWords } from "../audit/words/act-words.ts";
import { caseMessages } from "../casework/cases/case-messages.ts";
import { caseProblems } from "../casework/cases/messages/problems.ts";
import { queueMessages } from "../casework/cases/queue/queue-messages.ts";
import { identificationMessages } from "../casework/identification/identification-messages.ts";
import { identificationProblems } from "../casework/identification/messages/problems.ts";
import { numberMessages } from "../casework/identity-numbers/number-messages.ts";
import { intakeMessages } from "../casework/intake/intake-messages.ts";
import { intakeProblems } from "../casework/intake/messages/problems.ts";
import { monitoringProblems } from "../casework/monitoring/messages/problems.ts";
import { monitoringMessages } from "../casework/monitoring/monitoring-messages.ts";
import { portfolioProblems } from "../casework/portfolio/messages/problems.ts";
import { portfolioMessages } from "../casework/portfolio/portfolio-messages.ts";
import { registerMessages } from "../casework/registers/register-messages.ts";
import { professions } from "../casework/terms/messages/professions.ts";
import { termMessages } from "../casework/terms/term-messages.ts";
import type { Catalogue, Message } from "../platform/i18n/catalogue.ts";
import { privacyProblems } from "../privacy/messages/problems.ts";
import { privacyMessages } from "../privacy/privacy-messages.ts";
import { uiMessages } from "../ui/messages.ts";
import { appMessages } from "./app-messages.ts";
import { platformProblems } from "./messages/problems.ts";

const CATALOGUES: Readonly<Record<string, Catalogue>> = {
  accessMessages,
  accessProblems,
  accountMessages,
  actWords,
  appMessages,
  auditMessages,
  auditProblems,
  caseMessages,
  caseProblems,
  identificationMessages,
  identificationProblems,
  intakeMessages,
  intakeProblems,
  monitoringMessages,
  monitoringProblems,
  numberMessages,
  onCaseMessages,
  peopleMessages,
  platformProblems,
  portfolioMessages,
  portfolioProblems,
  privacyMessages,
  privacyProblems,
  professions,
  queueMessages,
  registerMessages,
  serviceMessages,
  standInMessages,
  termMessages,
  uiMessages,
  unitMessages,
};

const textOf = (message: Message) =>
  typeof message === "string" ? message : `${message.one} ${message.other}`;
const placeholders = (message: Message) =>
  [...new Set(textOf(message).match(/\{\w+\}/g))].toSorted().join(" ");

for (const [name, { nb, nn, en }] of Object.entries(CATALOGUES)) {
  test(`${name}: every language has the same keys`, () => {
    assert.deepEqual(Object.keys(nn).toSorted(), Object.keys(nb).toSorted());
    assert.deepEqual(Object.keys(en).toSorted(), Object.keys(nb).toSorted());
  });

  test(`${name}: a sentence asks for the same values in every language`, () => {
    for (const [key, message] of Object.entries(nb)) {
      assert.equal(placeholders(nn[key] ?? ""), placeholders(message), `nn ${key}`);
      assert.equal(placeholders(en[key] ?? ""), placeholders(message), `en ${key}`);
    }
  });

  test(`${name}: no sentence is empty`, () => {
    for (const language of [nb, nn, en])
      for (const [key, message] of Object.entries(language)) assert.notEqual(textOf(message).trim(), "", key);
  });
}

test("problems that several slices could tell are told by one of them only", () => {
  const keys = [
    platformProblems,
    accessProblems,
    auditProblems,
    privacyProblems,
    intakeProblems,
    identificationProblems,
    caseProblems,
    portfolioProblems,
    monitoringProblems,
  ].flatMap(({ nb }) => Object.keys(nb));
  assert.equal(new Set(keys).size, keys.length);
});
