import type { Language } from "@varde/contract";
import type { LoginProblem } from "./login-problem.ts";

interface Telling {
  readonly title: string;
  readonly text: string;
}

/** What is said to somebody who could not log in, and what they can do. */
export const LOGIN_PROBLEM_TEXTS: Readonly<Record<Language, Readonly<Record<LoginProblem, Telling>>>> = {
  nb: {
    loginProviderUnavailable: {
      title: "Innloggingen svarer ikke",
      text: "Tjenesten som bekrefter hvem du er, kan ikke nås nå. Ingenting er tapt i Varde. Vent litt og prøv igjen.",
    },
    loginExpired: {
      title: "Innloggingen ble avbrutt",
      text: "Det gikk for lang tid, eller innloggingen ble startet i en annen nettleser. Begynn på nytt.",
    },
    loginRefused: {
      title: "Innloggingen ble avvist",
      text: "Tjenesten som bekrefter hvem du er, avviste innloggingen. Spør systemeieren hvis du mener du skal ha tilgang.",
    },
    loginFailed: {
      title: "Innloggingen kunne ikke fullføres",
      text: "Svaret fra innloggingstjenesten kunne ikke bekreftes. Prøv igjen, og si fra til systemeieren hvis det gjentar seg.",
    },
    loginWithoutSubject: {
      title: "Innloggingen kunne ikke fullføres",
      text: "Innloggingstjenesten sa ikke hvem du er på den måten Varde trenger. Si fra til systemeieren.",
    },
    loginForeignTenant: {
      title: "Du er logget inn i en annen virksomhet",
      text: "Varde tar bare imot innlogginger fra egen virksomhet. Logg inn med brukeren du har der.",
    },
    loginAssuranceTooLow: {
      title: "Innloggingen er ikke sikker nok",
      text: "Varde krever en sikrere innlogging enn den du brukte. Prøv igjen og velg en sikrere måte, for eksempel BankID eller bekreftelse i to trinn.",
    },
    loginOrganisationMissing: {
      title: "Du kan ikke representere virksomheten",
      text: "Du må velge virksomheten når du logger inn, og ha fått rettigheten til det i Altinn. Spør lederen din.",
    },
    loginNotFresh: {
      title: "Innloggingen var ikke ny",
      text: "For å gå videre må du bekrefte på nytt hvem du er. Prøv igjen, og logg helt inn hos innloggingstjenesten.",
    },
    loginOtherPerson: {
      title: "En annen person logget inn",
      text: "Du må bekrefte hvem du er som samme person som er logget inn i Varde. Ingenting er endret.",
    },
    loginDeactivated: {
      title: "Tilgangen din er stengt",
      text: "Systemeieren har stengt tilgangen din til Varde. Spør systemeieren hvis du mener det er feil.",
    },
    loginLockedOut: {
      title: "For mange mislykkede forsøk",
      text: "Innlogging er stengt en stund etter mange mislykkede forsøk. Vent et kvarter og prøv igjen.",
    },
    noRole: {
      title: "Du har ingen rolle i Varde",
      text: "Du er logget inn, men har ikke fått en rolle. Be lederen din eller systemeieren om å gi deg en.",
    },
  },
  nn: {
    loginProviderUnavailable: {
      title: "Innlogginga svarer ikkje",
      text: "Tenesta som stadfestar kven du er, kan ikkje nåast no. Ingenting er tapt i Varde. Vent litt og prøv igjen.",
    },
    loginExpired: {
      title: "Innlogginga vart avbroten",
      text: "Det gjekk for lang tid, eller innlogginga vart starta i ein annan nettlesar. Byrj på nytt.",
    },
    loginRefused: {
      title: "Innlogginga vart avvist",
      text: "Tenesta som stadfestar kven du er, avviste innlogginga. Spør systemeigaren om du meiner du skal ha tilgang.",
    },
    loginFailed: {
      title: "Innlogginga kunne ikkje fullførast",
      text: "Svaret frå innloggingstenesta kunne ikkje stadfestast. Prøv igjen, og sei frå til systemeigaren om det hender fleire gonger.",
    },
    loginWithoutSubject: {
      title: "Innlogginga kunne ikkje fullførast",
      text: "Innloggingstenesta sa ikkje kven du er på den måten Varde treng. Sei frå til systemeigaren.",
    },
    loginForeignTenant: {
      title: "Du er logga inn i ei anna verksemd",
      text: "Varde tek berre imot innloggingar frå eiga verksemd. Logg inn med brukaren du har der.",
    },
    loginAssuranceTooLow: {
      title: "Innlogginga er ikkje sikker nok",
      text: "Varde krev ei sikrare innlogging enn den du brukte. Prøv igjen og vel ein sikrare måte, til dømes BankID eller stadfesting i to steg.",
    },
    loginOrganisationMissing: {
      title: "Du kan ikkje representere verksemda",
      text: "Du må velje verksemda når du loggar inn, og ha fått retten til det i Altinn. Spør leiaren din.",
    },
    loginNotFresh: {
      title: "Innlogginga var ikkje ny",
      text: "For å gå vidare må du stadfeste på nytt kven du er. Prøv igjen, og logg heilt inn hos innloggingstenesta.",
    },
    loginOtherPerson: {
      title: "Ein annan person logga inn",
      text: "Du må stadfeste kven du er som same person som er logga inn i Varde. Ingenting er endra.",
    },
    loginDeactivated: {
      title: "Tilgangen din er stengd",
      text: "Systemeigaren har stengt tilgangen din til Varde. Spør systemeigaren om du meiner det er feil.",
    },
    loginLockedOut: {
      title: "For mange mislukka forsøk",
      text: "Innlogging er stengd ei stund etter mange mislukka forsøk. Vent eit kvarter og prøv igjen.",
    },
    noRole: {
      title: "Du har inga rolle i Varde",
      text: "Du er logga inn, men har ikkje fått ei rolle. Be leiaren din eller systemeigaren om å gje deg ei.",
    },
  },
  en: {
    loginProviderUnavailable: {
      title: "The login service does not answer",
      text: "The service that confirms who you are cannot be reached just now. Nothing is lost in Varde. Wait a moment and try again.",
    },
    loginExpired: {
      title: "The login was interrupted",
      text: "It took too long, or the login was started in another browser. Start again.",
    },
    loginRefused: {
      title: "The login was refused",
      text: "The service that confirms who you are refused the login. Ask the system owner if you believe you should have access.",
    },
    loginFailed: {
      title: "The login could not be completed",
      text: "The answer of the login service could not be confirmed. Try again, and tell the system owner if it happens repeatedly.",
    },
    loginWithoutSubject: {
      title: "The login could not be completed",
      text: "The login service did not say who you are in the way Varde needs. Tell the system owner.",
    },
    loginForeignTenant: {
      title: "You are logged in with another organisation",
      text: "Varde accepts logins of its own organisation only. Log in with the user you have there.",
    },
    loginAssuranceTooLow: {
      title: "The login is not secure enough",
      text: "Varde demands a more secure login than the one you used. Try again and choose a more secure way, such as BankID or confirmation in two steps.",
    },
    loginOrganisationMissing: {
      title: "You may not represent the organisation",
      text: "Choose the organisation when you log in; you must have been given the right to do so in Altinn. Ask your manager.",
    },
    loginNotFresh: {
      title: "The login was not a new one",
      text: "To go on you must confirm anew who you are. Try again, and log in completely at the login service.",
    },
    loginOtherPerson: {
      title: "Another person logged in",
      text: "Confirm who you are as the same person who is logged in to Varde. Nothing has been changed.",
    },
    loginDeactivated: {
      title: "Your access is closed",
      text: "The system owner has closed your access to Varde. Ask the system owner if you believe this is wrong.",
    },
    loginLockedOut: {
      title: "Too many failed attempts",
      text: "Login is closed for a while after many failed attempts. Wait a quarter of an hour and try again.",
    },
    noRole: {
      title: "You have no role in Varde",
      text: "You are logged in but have been given no role. Ask your manager or the system owner for one.",
    },
  },
};
