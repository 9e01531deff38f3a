/** A country that sends alerts. All authorities' addresses are in the reserved `.example` domain. */
export interface SendingCountry {
  code: string;
  /** How often it sends, relative to the others. */
  share: number;
  /** Languages it writes in, the usual one first. */
  languages: readonly string[];
  /** Competent authorities. */
  authorities: readonly string[];
  towns: readonly string[];
}

const list = (text: string): string[] => text.split("|");

/** Senders of alerts; the shares follow where alerts to Norway come from: near countries first. */
export const SENDING_COUNTRIES: readonly SendingCountry[] = [
  {
    code: "SE",
    share: 20,
    languages: ["sv", "en"],
    authorities: list("Inspektionen för vård och omsorg|Hälso- och sjukvårdens ansvarsnämnd"),
    towns: list("Örebro|Malmö|Umeå|Växjö|Kiruna"),
  },
  {
    code: "DK",
    share: 12,
    languages: ["da", "en"],
    authorities: list("Styrelsen for Patientsikkerhed"),
    towns: list("Aarhus|Ålborg|Næstved|Helsingør"),
  },
  {
    code: "GB",
    share: 12,
    languages: ["en"],
    authorities: list(
      "General Medical Council|Nursing and Midwifery Council|Health and Care Professions Council|General Dental Council",
    ),
    towns: list("Leeds|Cardiff|Swansea|Inverness"),
  },
  {
    code: "FI",
    share: 6,
    languages: ["fi", "sv", "en"],
    authorities: list("Valvira|Lupa- ja valvontavirasto"),
    towns: list("Jyväskylä|Hämeenlinna|Oulu"),
  },
  {
    code: "IS",
    share: 3,
    languages: ["is", "en"],
    authorities: list("Embætti landlæknis"),
    towns: list("Reykjavík|Ísafjörður|Akureyri"),
  },
  {
    code: "DE",
    share: 8,
    languages: ["de", "en"],
    authorities: list("Bezirksregierung Münster|Landesprüfungsamt Thüringen|Regierung von Oberbayern"),
    towns: list("Köln|Görlitz|Würzburg|Saarbrücken"),
  },
  {
    code: "AT",
    share: 2,
    languages: ["de"],
    authorities: list("Österreichische Ärztekammer"),
    towns: list("Graz|St. Pölten"),
  },
  {
    code: "FR",
    share: 5,
    languages: ["fr", "en"],
    authorities: list("Ordre national des médecins|Ordre national des infirmiers"),
    towns: list("Nîmes|Besançon|Orléans"),
  },
  {
    code: "BE",
    share: 2,
    languages: ["nl", "fr"],
    authorities: list("FOD Volksgezondheid|SPF Santé publique"),
    towns: list("Liège|Gent|Mechelen"),
  },
  {
    code: "NL",
    share: 5,
    languages: ["nl", "en"],
    authorities: list("CIBG|Inspectie Gezondheidszorg en Jeugd"),
    towns: list("Groningen|Maastricht|’s-Hertogenbosch"),
  },
  {
    code: "ES",
    share: 4,
    languages: ["es", "en"],
    authorities: list("Ministerio de Sanidad|Consejo General de Enfermería"),
    towns: list("Cádiz|León|A Coruña"),
  },
  {
    code: "PT",
    share: 2,
    languages: ["pt", "en"],
    authorities: list("Ordem dos Médicos|Ordem dos Enfermeiros"),
    towns: list("Évora|Setúbal"),
  },
  {
    code: "IT",
    share: 4,
    languages: ["it", "en"],
    authorities: list("Ministero della Salute|Ordine dei Medici di Forlì"),
    towns: list("Forlì|Verona|L’Aquila"),
  },
  {
    code: "PL",
    share: 6,
    languages: ["pl", "en"],
    authorities: list("Naczelna Izba Lekarska|Okręgowa Izba Pielęgniarek i Położnych"),
    towns: list("Łódź|Gdańsk|Rzeszów"),
  },
  {
    code: "CZ",
    share: 2,
    languages: ["cs", "en"],
    authorities: list("Ministerstvo zdravotnictví|Česká lékařská komora"),
    towns: list("Plzeň|České Budějovice"),
  },
  {
    code: "HU",
    share: 3,
    languages: ["hu", "en"],
    authorities: list("Országos Kórházi Főigazgatóság"),
    towns: list("Győr|Székesfehérvár|Pécs"),
  },
  {
    code: "RO",
    share: 4,
    languages: ["ro", "en"],
    authorities: list("Colegiul Medicilor din România|Ministerul Sănătății"),
    towns: list("Iași|Brașov|Timișoara"),
  },
  {
    code: "LT",
    share: 3,
    languages: ["lt", "en"],
    authorities: list("Valstybinė akreditavimo tarnyba"),
    towns: list("Šiauliai|Panevėžys"),
  },
  {
    code: "LV",
    share: 2,
    languages: ["lv", "en"],
    authorities: list("Veselības inspekcija"),
    towns: list("Liepāja|Rēzekne"),
  },
  {
    code: "EE",
    share: 2,
    languages: ["et", "en"],
    authorities: list("Terviseamet"),
    towns: list("Pärnu|Võru"),
  },
  {
    code: "HR",
    share: 2,
    languages: ["hr", "en"],
    authorities: list("Hrvatska liječnička komora"),
    towns: list("Šibenik|Čakovec"),
  },
  {
    code: "IE",
    share: 2,
    languages: ["en"],
    authorities: list("Medical Council of Ireland|Nursing and Midwifery Board of Ireland"),
    towns: list("Galway|Cork"),
  },
];

const COUNTRY_NAMES = new Map<string, Intl.DisplayNames>();

/** A country's name in a language, as an official form writes it. */
export function countryName(code: string, language: string): string {
  let names = COUNTRY_NAMES.get(language);
  if (!names) {
    names = new Intl.DisplayNames([language], { type: "region" });
    COUNTRY_NAMES.set(language, names);
  }
  return names.of(code) ?? code;
}
