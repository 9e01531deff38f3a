import {
  BarChartIcon,
  BellIcon,
  BriefcaseIcon,
  EnvelopeClosedIcon,
  FileCodeIcon,
  HandShakeHeartIcon,
  HddUpIcon,
  KeyHorizontalIcon,
  MagnifyingGlassIcon,
  PersonGroupIcon,
  TasklistIcon,
} from "@navikt/aksel-icons";
import { Link, useNavigate } from "@tanstack/react-router";
import type { ComponentType } from "react";
import { useMe } from "../../access/index.ts";
import { useFormats } from "../../platform/formats/use-formats.ts";
import { useMessages } from "../../platform/i18n/language.tsx";
import { useShortcut } from "../../platform/keyboard/keyboard.tsx";
import { appMessages } from "../app-messages.ts";
import { type Destination, type DestinationName, destinationsFor } from "./destinations.ts";
import styles from "./shell.module.css";
import { useWaiting } from "./use-waiting.ts";

const ICON: Record<DestinationName, ComponentType<{ "aria-hidden": true; fontSize: string }>> = {
  intake: EnvelopeClosedIcon,
  alerts: BellIcon,
  cases: BriefcaseIcon,
  search: MagnifyingGlassIcon,
  portfolio: BarChartIcon,
  registers: PersonGroupIcon,
  profiles: FileCodeIcon,
  operations: HddUpIcon,
  privacy: HandShakeHeartIcon,
  access: KeyHorizontalIcon,
  audit: TasklistIcon,
};

/** The places a person may go, each with what waits there. */
export function MainMenu() {
  const t = useMessages(appMessages);
  const { permissions } = useMe();
  const waiting = useWaiting();
  return (
    <nav aria-label={t("mainNavigation")}>
      <ul className={styles.places}>
        {destinationsFor(permissions).map((destination) => (
          <li key={destination.name}>
            <Place destination={destination} waiting={waiting[destination.name]} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Place({ destination, waiting }: { destination: Destination; waiting: number | undefined }) {
  const { name, to } = destination;
  const t = useMessages(appMessages);
  const formats = useFormats();
  const navigate = useNavigate();
  const Icon = ICON[name];
  const label = t(`nav.${name}`);
  useShortcut(`g ${t(`nav.${name}.key`)}`, t("goTo", { page: label }), () => void navigate({ to }));
  return (
    <Link to={to} className={styles.place} activeProps={{ "aria-current": "page" }}>
      <Icon aria-hidden={true} fontSize="1.25rem" />
      <span className={styles.placeName}>{label}</span>
      {waiting !== undefined && waiting > 0 && (
        <>
          <span className={`${styles.waiting} number`} aria-hidden="true">
            {formats.number(waiting)}
          </span>
          <span className="sr-only">, {t.find(`nav.${name}.waiting`, { count: waiting })}</span>
        </>
      )}
    </Link>
  );
}
