/** A coded value, with the code system it is from where the register tells. */
export interface Coded {
  verdi: string;
  navn: string | null;
  kodeverk?: { id: number };
}

/** A span of calendar dates (ISO); open-ended when `til` is null. */
export interface Period {
  fra: string;
  til: string | null;
}

/** A right to prescribe that belongs to an authorisation. */
export interface PrescribingRight {
  type: Coded;
  periode: Period;
  avsluttetStatus: Coded | null;
  administrativeReaksjoner: unknown[];
}

/** A specialty approved on top of an authorisation. */
export interface SpecialistApproval {
  type: Coded;
  periode: Period;
  avsluttetStatus: Coded | null;
}

/** An authorisation or licence of one person in one profession. */
export interface Approval {
  helsepersonellkategori: Coded;
  autorisasjon: Coded;
  periode: Period;
  /** Country (ISO alpha-2) whose authorisation this one rests on. */
  konvertertFraLand: string | null;
  rekvisisjonsretter: PrescribingRight[];
  spesialistgodkjenninger: SpecialistApproval[];
  tilleggskompetanser: unknown[];
  vilkår: { type: Coded; periode: Period; fritekst: string }[];
  avsluttetStatus: Coded | null;
  administrativeReaksjoner: unknown[];
}

/** One line of the export of the register of health personnel (HPR), in the shape of its REST answer. */
export interface RegisterLine {
  hprNummer: number;
  /** The number that stands for the person now, when this one was given by mistake. */
  erstattetAvHprNummer: number | null;
  person: {
    fornavn: string;
    mellomnavn: string | null;
    etternavn: string;
    fødselsdato: string;
    dødsdato: string | null;
    nin: string | null;
    manglerNin: boolean;
  };
  godkjenninger: Approval[];
  administrativeReaksjoner: unknown[];
  sistOppdatert: string;
  gjelderForDato: string;
}
