import type { RegisterPersonView } from "@varde/contract";
import { useFormats } from "../../../platform/formats/use-formats.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Mark } from "../../../ui/figures/mark.tsx";
import { Facts } from "../../../ui/layout/facts.tsx";
import { useFieldText } from "../../terms/index.ts";
import { identificationMessages } from "../identification-messages.ts";
import styles from "./register-facts.module.css";

type Authorisation = RegisterPersonView["authorisations"][number];

/** What the register of health personnel says of a person. */
export function RegisterFacts({ person }: { person: RegisterPersonView }) {
  const t = useMessages(identificationMessages);
  const formats = useFormats();
  return (
    <>
      <Facts
        facts={[
          [
            "HPR",
            <span key="hpr" className="number">
              {person.hprNumber}
            </span>,
          ],
          [t("birthDate"), person.birthDate && formats.date(person.birthDate)],
          [t("deathDate"), person.deathDate && formats.date(person.deathDate)],
          [t("nationalId"), person.nationalId ?? t("noNationalId")],
          [t("earlierNames"), person.earlierNames.join(", ")],
        ]}
      />
      <div>
        <h3>{t("authorisations")}</h3>
        {person.authorisations.length === 0 && <p className="quiet">{t("noAuthorisations")}</p>}
        <ul className={styles.list}>
          {person.authorisations.map((authorisation, index) => (
            // One profession may have been authorised twice.
            <AuthorisationLine key={index} authorisation={authorisation} />
          ))}
        </ul>
      </div>
    </>
  );
}

function AuthorisationLine({ authorisation }: { authorisation: Authorisation }) {
  const t = useMessages(identificationMessages);
  const formats = useFormats();
  const text = useFieldText();
  const { profession, status, from, until, basisCountry, prescribing, specialties, conditions } =
    authorisation;
  const details = [
    from && t("from", { date: formats.date(from) }),
    until && t("until", { date: formats.date(until) }),
    basisCountry && t("basisCountry", { country: formats.country(basisCountry) }),
    prescribing && t("prescribing"),
    ...specialties,
  ].filter((detail) => typeof detail === "string");
  return (
    <li className={styles.line}>
      <strong>{text("profession", profession)}</strong>
      <Mark tone={status === "active" ? "good" : "neutral"} symbol={status === "active" ? "✓" : "–"}>
        {t(status)}
      </Mark>
      {conditions > 0 && <Mark tone="warn">{t("conditions", { count: conditions })}</Mark>}
      <span className="quiet">{details.join(" · ")}</span>
    </li>
  );
}
