/**
 * A legal basis as it stood in a period. `text` is our own summary in bokmål, to be read beside the law; only where
 * `wording` is "law" is it the law's own words. Days are calendar days, both ends included.
 */
export interface LegalBasis {
  readonly key: string;
  readonly provision: string;
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly text: string;
  readonly wording: "summary" | "law";
  /** Where the change came from. */
  readonly source: string;
}

const HPL = "lov 2. juli 1999 nr. 64 (helsepersonelloven)";
const IN_FORCE = "2001-01-01";
const REFORM = "2022-07-01";
const BEFORE_REFORM = "2022-06-30";
const REFORM_SOURCE = `${HPL}, endret ved lov 17. juni 2022 nr. 29 (Prop. 57 L (2021–2022))`;

const basis = (
  key: string,
  provision: string,
  [validFrom, validUntil]: readonly [string, string | null],
  text: string,
  source: string = HPL,
): LegalBasis => ({ key, provision, validFrom, validUntil, text, wording: "summary", source });

/** The legal bases a decision can rest on, every version of each. */
export const LEGAL_BASES: readonly LegalBasis[] = [
  basis(
    "hpl56-order",
    "helsepersonelloven § 56",
    [REFORM, null],
    "Helsepersonell som har brutt plikter etter loven, kan gis et faglig pålegg når det er egnet til å fremme sikkerhet og kvalitet i tjenesten og tilliten til den.",
    REFORM_SOURCE,
  ),
  basis(
    "hpl57-unfit",
    "helsepersonelloven § 57 første ledd",
    [IN_FORCE, "2019-06-30"],
    "Autorisasjonen kan kalles tilbake når innehaveren er uegnet til å utøve yrket forsvarlig på grunn av blant annet alvorlig sinnslidelse, svekkelse, langt fravær, rusmidler, grov mangel på faglig innsikt, uforsvarlig virksomhet, grove pliktbrudd eller atferd som er uforenlig med yrket.",
  ),
  basis(
    "hpl57-unfit",
    "helsepersonelloven § 57 første ledd",
    ["2019-07-01", null],
    "Autorisasjonen kan kalles tilbake når innehaveren er uegnet til å utøve yrket forsvarlig på grunn av blant annet alvorlig sinnslidelse, svekkelse, langt fravær, rusmidler, vesentlig mangel på faglig innsikt, uforsvarlig virksomhet, vesentlige pliktbrudd eller atferd som er uforenlig med yrket.",
    `${HPL}, endret ved Prop. 150 L (2016–2017), i kraft 1. juli 2019`,
  ),
  basis(
    "hpl57-lapsedForeignBasis",
    "helsepersonelloven § 57 fjerde ledd",
    [IN_FORCE, BEFORE_REFORM],
    "Er autorisasjonen gitt på grunnlag av en godkjenning i et annet land, kan den kalles tilbake når den utenlandske godkjenningen mister sin gyldighet.",
  ),
  basis(
    "hpl57-lapsedForeignBasis",
    "helsepersonelloven § 57 femte ledd",
    [REFORM, null],
    "Er autorisasjonen gitt på grunnlag av en godkjenning i et annet land, kan den kalles tilbake når den utenlandske godkjenningen mister sin gyldighet.",
    REFORM_SOURCE,
  ),
  basis(
    "hpl58-fullSuspension",
    "helsepersonelloven § 58",
    [IN_FORCE, BEFORE_REFORM],
    "Er det grunn til å tro at vilkårene for tilbakekall er oppfylt, og innehaveren anses som en fare for sikkerheten i helse- og omsorgstjenesten, kan autorisasjonen suspenderes inntil saken er avgjort.",
  ),
  basis(
    "hpl58-limitedSuspension",
    "helsepersonelloven § 58 første ledd",
    [REFORM, null],
    "Mens saken behandles, kan helsepersonellet midlertidig forbys å utøve bestemt virksomhet eller bestemte oppgaver under bestemte vilkår når hensynet til sikkerhet og tillit krever det (begrenset suspensjon).",
    REFORM_SOURCE,
  ),
  basis(
    "hpl58-fullSuspension",
    "helsepersonelloven § 58 andre ledd",
    [REFORM, null],
    "Er det grunn til å tro at vilkårene for tilbakekall er oppfylt, og innehaveren anses som en fare for sikkerheten i helse- og omsorgstjenesten, kan autorisasjonen suspenderes inntil saken er avgjort (full suspensjon).",
    REFORM_SOURCE,
  ),
  basis(
    "hpl59-limitation",
    "helsepersonelloven § 59",
    [IN_FORCE, null],
    "I stedet for tilbakekall kan autorisasjonen begrenses til å gjelde bestemt virksomhet under bestemte vilkår når innehaveren er skikket til å utøve yrket på et begrenset felt.",
  ),
  basis(
    "hpl59a-limitation",
    "helsepersonelloven § 59 a",
    [IN_FORCE, BEFORE_REFORM],
    "Autorisasjonen kunne begrenses selv om vilkårene for tilbakekall ikke var oppfylt, når det var grunn til å tro at innehaveren ellers kunne bli uegnet.",
    `${HPL}; opphevet ved lov 17. juni 2022 nr. 29`,
  ),
  basis(
    "hpl63-prescribing",
    "helsepersonelloven § 63 første ledd",
    [IN_FORCE, null],
    "Er rekvireringen av legemidler i gruppe A og B uforsvarlig, kan retten til å rekvirere dem tas helt eller delvis, for en bestemt tid eller for alltid.",
  ),
  basis(
    "hpl63-foreignPrescribing",
    "helsepersonelloven § 63 andre ledd",
    [IN_FORCE, null],
    "Retten til å rekvirere legemidler i gruppe A og B kan tas når en tilsvarende rett i et annet land, som den norske bygger på, er tapt.",
  ),
];

/** The version of a legal basis in force on a day, or nothing. */
export function findLegalBasis(key: string, day: string): LegalBasis | undefined {
  return LEGAL_BASES.find(
    (one) => one.key === key && one.validFrom <= day && (one.validUntil === null || day <= one.validUntil),
  );
}

/** The legal bases in force on a day, in the order of the law. */
export function legalBasesOn(day: string): readonly LegalBasis[] {
  return LEGAL_BASES.filter(
    ({ validFrom, validUntil }) => validFrom <= day && (validUntil === null || day <= validUntil),
  );
}
