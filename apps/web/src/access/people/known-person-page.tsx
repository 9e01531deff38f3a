import { useParams } from "@tanstack/react-router";
import { type KnownPerson, peopleRoutes } from "@varde/contract/access-people";
import { standingRoutes } from "@varde/contract/standing";
import { useRead } from "../../platform/api/read.ts";
import { useMessages } from "../../platform/i18n/language.tsx";
import { useShortcut } from "../../platform/keyboard/keyboard.tsx";
import { ButtonLink } from "../../ui/controls/button.tsx";
import { Notice } from "../../ui/feedback/notice.tsx";
import { Mark } from "../../ui/figures/mark.tsx";
import { Instant } from "../../ui/figures/time.tsx";
import { Facts } from "../../ui/layout/facts.tsx";
import { LoadedPage } from "../../ui/layout/loaded-page.tsx";
import { Page } from "../../ui/layout/page.tsx";
import { Panel } from "../../ui/layout/panel.tsx";
import { Row, Stack } from "../../ui/layout/stack.tsx";
import { accessMessages } from "../access-messages.ts";
import { SessionTable } from "../account/session-table.tsx";
import { useMe } from "../me.ts";
import { useUnitName } from "../units/use-unit-name.ts";
import { peopleMessages } from "./people-messages.ts";
import type { PersonAct } from "./people-search.ts";
import { PersonActDialog } from "./person-act-dialog.tsx";

/** A person who has logged in: roles, units, sessions, and what can be done about them. */
export function KnownPersonPage() {
  const t = useMessages(peopleMessages);
  const { id } = useParams({ from: "/shell/access/people/$id" });
  const read = useRead(peopleRoutes.getKnownPerson, { params: { id } });
  const { person: reader } = useMe();
  return (
    <LoadedPage read={read}>
      {({ person, sessions }) => (
        <Page
          title={person.name}
          marks={
            person.deactivatedAt === null ? (
              <Mark tone="good">{t("mayComeIn")}</Mark>
            ) : (
              <Mark tone="bad">{t("shutOut")}</Mark>
            )
          }
          actions={person.id !== reader.id && <Acts person={person} />}
        >
          <Stack>
            {person.id === reader.id && <Notice>{t("ownPerson")}</Notice>}
            {person.deactivatedReason && <Notice tone="warning">{person.deactivatedReason}</Notice>}
            {person.roles.length === 0 && <Notice tone="warning">{t("waitsForRole")}</Notice>}
            <Panel title={t("about")}>
              <PersonFacts person={person} />
            </Panel>
            <Panel title={t("sessions")}>
              {sessions.length === 0 ? (
                <p className="quiet">{t("noSessions")}</p>
              ) : (
                <SessionTable sessions={sessions} />
              )}
            </Panel>
          </Stack>
          <PersonActDialog person={person} />
        </Page>
      )}
    </LoadedPage>
  );
}

function PersonFacts({ person }: { person: KnownPerson }) {
  const t = useMessages(peopleMessages);
  const access = useMessages(accessMessages);
  const unitName = useUnitName();
  const { data } = useRead(standingRoutes.listColleagues);
  const colleague = data?.colleagues.find(({ id }) => id === person.id);
  return (
    <Facts
      facts={[
        [t("roles"), person.roles.map((role) => access(`role.${role}`)).join(", ") || t("noRole")],
        [t("rolesFrom"), t(`rolesFromText.${person.rolesFrom}`)],
        [t("units"), colleague?.units.map(unitName).join(", ")],
        [t("issuer"), person.issuer],
        [t("firstLogin"), <Instant key="first" at={person.firstLoginAt} />],
        [t("lastLogin"), <Instant key="last" at={person.lastLoginAt} />],
        [t("shutOutAt"), person.deactivatedAt && <Instant key="out" at={person.deactivatedAt} />],
      ]}
    />
  );
}

/** What can be done now; an act that is impossible for this person is not offered. */
function Acts({ person }: { person: KnownPerson }) {
  const t = useMessages(peopleMessages);
  const acts: readonly PersonAct[] =
    person.deactivatedAt === null
      ? [
          ...(person.rolesFrom === "varde" ? (["giveRoles"] as const) : []),
          ...(person.openSessions > 0 ? (["endSessions"] as const) : []),
          "deactivate",
        ]
      : ["reactivate"];
  return (
    <Row>
      <BackKey />
      {acts.map((act, place) => (
        <ButtonLink
          key={act}
          kind={place === 0 && act !== "deactivate" && act !== "endSessions" ? "primary" : "secondary"}
          tone={act === "deactivate" ? "danger" : "accent"}
          to="/access/people/$id"
          params={{ id: person.id }}
          search={{ act }}
          replace
        >
          {t(`act.${act}`)}
        </ButtonLink>
      ))}
    </Row>
  );
}

function BackKey() {
  const t = useMessages(peopleMessages);
  useShortcut("u", t("back"), () => history.back());
  return null;
}
