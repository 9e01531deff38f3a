import type { CaseActName, CaseView } from "@varde/contract/cases";
import { caseRoutes } from "@varde/contract/cases";
import { identificationRoutes } from "@varde/contract/identification";
import { useRead, useReadIf } from "../../../../platform/api/read.ts";
import { useFormats } from "../../../../platform/formats/use-formats.ts";
import { useMessages } from "../../../../platform/i18n/language.tsx";
import { COUNTRY_CODES } from "../../../terms/index.ts";
import { caseMessages } from "../../case-messages.ts";
import { queueMessages } from "../../queue/queue-messages.ts";
import { useCaseWords } from "../../words/use-case-words.ts";
import type { ActField } from "./act-fields.ts";

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What may be chosen in a field of an act's form: codes in words, or what the case holds. Nothing where it is written freely. */
export function useChoices(
  act: CaseActName,
  view: CaseView,
): (field: ActField) => readonly Choice[] | undefined {
  const t = useMessages(caseMessages);
  const words = useCaseWords();
  const ofCase = useChoicesOfCase(act, view);
  const officers = useOfficerChoices();
  const countries = useCountryChoices();
  return ({ name, options }) => {
    if (options.length > 0)
      return options.map((value) => ({ value, label: t.find(`option.${value}`) ?? words.value(value) }));
    if (name === "personId") return officers;
    if (name === "country") return countries;
    return ofCase(name);
  };
}

/** Documents of the case that something can rest on, as "kind:id". */
export function useSources({ attachments, alerts, lookUps }: CaseView): readonly Choice[] {
  const t = useMessages(caseMessages);
  const words = useCaseWords();
  const formats = useFormats();
  return [
    ...attachments.map(({ id, title, fileName }) => ({
      value: `attachment:${id}`,
      label: t("sourceAttachment", { name: title ?? fileName }),
    })),
    ...alerts.map(({ id, alertNumber }) => ({
      value: `alert:${id}`,
      label: t("sourceAlert", { name: alertNumber ?? String(id) }),
    })),
    ...lookUps.map(({ id, register, at }) => ({
      value: `lookUp:${id}`,
      label: t("sourceLookUp", { name: words.value(register), date: formats.date(at) }),
    })),
  ];
}

function useChoicesOfCase(
  act: CaseActName,
  view: CaseView,
): (field: string) => readonly Choice[] | undefined {
  const t = useMessages(caseMessages);
  const formats = useFormats();
  const others = useOtherAlerts(view, act === "joinAlert");
  const { procedure, attachments, alerts, links } = view;
  return (field) => {
    if (field === "attachmentId")
      return attachments.map(({ id, title, fileName }) => ({ value: String(id), label: title ?? fileName }));
    if (field === "alertId")
      return (act === "joinAlert" ? others : alerts).map(
        ({ id, alertNumber, sendingCountry, receivedAt }) => ({
          value: String(id),
          label: [
            alertNumber ?? id,
            sendingCountry && formats.country(sendingCountry),
            formats.date(receivedAt),
          ]
            .filter(Boolean)
            .join(", "),
        }),
      );
    if (field === "requestId")
      return procedure.requests
        .filter(({ ended }) => ended === null)
        .map(({ id, authority, country, sentOn }) => ({
          value: String(id),
          label: t("requestChoice", {
            authority,
            country: formats.country(country),
            date: formats.date(sentOn),
          }),
        }));
    if (field === "questionId")
      return procedure.questions
        .filter(({ ended }) => ended === null)
        .map(({ id, question }) => ({ value: String(id), label: question }));
    if (field === "otherCase" && act === "unlinkCases")
      return links.map(({ caseId, number }) => ({ value: String(caseId), label: number }));
    return undefined;
  };
}

/** Alerts about the person of a case that are not in it. */
function useOtherAlerts({ case: { hprNumber }, alerts }: CaseView, wanted: boolean) {
  const { data } = useReadIf(wanted, identificationRoutes.getPerson, { params: { hpr: hprNumber } });
  const inCase = new Set(alerts.map(({ id }) => id));
  return data?.alerts.filter(({ id }) => !inCase.has(id)) ?? [];
}

function useOfficerChoices(): readonly Choice[] {
  const t = useMessages(queueMessages);
  const { data } = useRead(caseRoutes.listCaseOfficers);
  return (data?.officers ?? []).map(({ id, name, openCases, absentUntil, standIn }) => ({
    value: id,
    label:
      absentUntil === null
        ? t("officerLoad", { name, count: openCases })
        : t("officerAway", { name, standIn: standIn ?? t("noStandIn") }),
  }));
}

function useCountryChoices(): readonly Choice[] {
  const formats = useFormats();
  return COUNTRY_CODES.map((value) => ({ value, label: formats.country(value) })).toSorted((a, b) =>
    a.label.localeCompare(b.label),
  );
}
