import type { MessageState } from "@varde/contract/intake";
import type { Facts } from "./facts.ts";

/**
 * What `alerts export` should say about one alert in a message (or about a message without any), as far as it can
 * be known beforehand, with how the message came to be. States are those after the whole mailbox has been read:
 * an update that comes before its alert is registered once the alert is there. A duplicate says what it repeats.
 */
export interface TruthRow {
  message_state: MessageState;
  kind: string;
  alert_number: string;
  sending_country: string;
  surname: string;
  forename: string;
  /** ISO, whole or partial. */
  birth_date: string;
  /** Code of 9060. */
  profession: string;
  decision_date: string;
  effective_from: string;
  effective_until: string;
  /** Number of the alert that an update or withdrawal is about. */
  relates_to: string;
  /** HPR number of the register person; empty when the person is not in the register. */
  hpr: string;
  scenario: string;
  container: string;
  /** Kinds of noise on the identity, parted by "+". */
  noise: string;
}

/** How a row came to be. */
export interface Origin {
  state: MessageState;
  scenario: string;
  container: string;
  hpr?: string;
  noise?: string;
}

/** The row of one alert in a message. */
export function truthOf({ kind, fields }: Facts, origin: Origin): TruthRow {
  return {
    ...truthWithoutAlert(origin),
    kind,
    alert_number: fields.alertNumber ?? "",
    sending_country: fields.sendingCountry ?? "",
    surname: fields.surname ?? "",
    forename: fields.forename ?? "",
    birth_date: fields.birthDate ?? "",
    profession: fields.profession ?? "",
    decision_date: fields.decisionDate ?? "",
    effective_from: fields.effectiveFrom ?? "",
    effective_until: fields.effectiveUntil ?? "",
    relates_to: kind === "alert" ? "" : (fields.alertNumber ?? ""),
  };
}

/** The row of a message that holds no alert. */
export function truthWithoutAlert(origin: Origin): TruthRow {
  return {
    message_state: origin.state,
    kind: "",
    alert_number: "",
    sending_country: "",
    surname: "",
    forename: "",
    birth_date: "",
    profession: "",
    decision_date: "",
    effective_from: "",
    effective_until: "",
    relates_to: "",
    hpr: origin.hpr ?? "",
    scenario: origin.scenario,
    container: origin.container,
    noise: origin.noise ?? "",
  };
}
