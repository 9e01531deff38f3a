import { useParams } from "@tanstack/react-router";
import { identificationRoutes } from "@varde/contract/identification";
import { useRead } from "../../../platform/api/read.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { LoadedPage } from "../../../ui/layout/loaded-page.tsx";
import { Page } from "../../../ui/layout/page.tsx";
import { Panel } from "../../../ui/layout/panel.tsx";
import { Columns, Stack } from "../../../ui/layout/stack.tsx";
import { Timeline } from "../../../ui/layout/timeline.tsx";
import { CasesAbout } from "../../cases/about/index.ts";
import { IdentityNumbers } from "../../identity-numbers/index.ts";
import { AlertLines } from "../alert/same-person.tsx";
import { identificationMessages } from "../identification-messages.ts";
import { nameOf } from "../name-of.ts";
import { RegisterFacts } from "./register-facts.tsx";

/** Everything known about one person in the register, across alerts. */
export function PersonPage() {
  const t = useMessages(identificationMessages);
  const { hpr } = useParams({ from: "/shell/people/$hpr" });
  const read = useRead(identificationRoutes.getPerson, { params: { hpr: Number(hpr) } });
  return (
    <LoadedPage read={read}>
      {({ person, alerts, events, numbersOpenUntil }) => (
        <Page title={nameOf(person)} lead={t("personLead", { number: String(person.hprNumber) })}>
          <IdentityNumbers
            route={identificationRoutes.openPersonNumbers}
            params={{ hpr: person.hprNumber }}
            openUntil={numbersOpenUntil}
          />
          <Columns size="large">
            <Stack>
              <Panel title={t("registerPerson")}>
                <Stack>
                  <RegisterFacts person={person} />
                </Stack>
              </Panel>
              <CasesAbout hpr={person.hprNumber} />
              <Panel title={t("alertsOfPerson")}>
                {alerts.length === 0 ? (
                  <p className="quiet">{t("noAlerts")}</p>
                ) : (
                  <AlertLines alerts={alerts} />
                )}
              </Panel>
            </Stack>
            <Panel title={t("timeline")}>
              <Timeline
                events={events.map(({ at, what, text, by }, index) => ({
                  key: index,
                  at,
                  title: t(`event.${what}`),
                  note: what === "registerChange" ? (t.find(`register.${text}`) ?? text) : text,
                  by,
                }))}
              />
            </Panel>
          </Columns>
        </Page>
      )}
    </LoadedPage>
  );
}
