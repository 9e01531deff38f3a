import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { findPeople, mailOf } from "./invented-mail.ts";
import { prepareJourneys } from "./journey.ts";

const { journey } = await prepareJourneys();
const NUMBER = "SE26.92001";
const DAY_MS = 86_400_000;

const dayFrom = (days: number) => {
  const [year, month, day] = new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10).split("-");
  return `${day}.${month}.${year}`;
};

/** Fields of a form by their labels: what is written, or what is chosen. */
type Filled = Readonly<Record<string, string>>;

async function fill(page: Page, fields: Filled): Promise<void> {
  const dialog = page.getByRole("dialog");
  for (const [label, value] of Object.entries(fields)) {
    const field = dialog.getByLabel(label, { exact: true }).first();
    if ((await field.evaluate(({ tagName }) => tagName)) === "SELECT") await choose(field, value);
    else await field.fill(value);
  }
}

async function choose(field: ReturnType<Page["getByLabel"]>, value: string): Promise<void> {
  const option = field.locator("option", { hasText: value }).first();
  await field.selectOption({ label: (await option.textContent()) ?? value });
}

/** Does an act by its button, with what its form asks for, and waits until the page says that it is done. */
async function act(page: Page, name: string, fields?: Filled): Promise<void> {
  await page.getByRole("button", { name, exact: true }).first().click();
  if (fields) {
    await page.getByRole("dialog").waitFor();
    await fill(page, fields);
    await submit(page, name);
    await page.getByRole("dialog").waitFor({ state: "detached" });
  }
  await page.getByText(`Gjort: ${name}`).last().waitFor();
}

const submit = (page: Page, name: string) =>
  page.getByRole("dialog").getByRole("button", { name, exact: true }).click();

const nextAction = (page: Page) => page.getByRole("region", { name: "Neste handling" });

async function confirmIdentity(page: Page): Promise<void> {
  const [person] = findPeople(1);
  assert.ok(person, "the register of the demonstration has become too small");
  await page.goto("/intake");
  await page.getByLabel("Last opp").setInputFiles(mailOf({ number: NUMBER, ...person }));
  await page.getByText("1 fil er mottatt og blir lest nå.").waitFor();
  await page.goto(`/alerts?search=${NUMBER}&status=any`);
  await page.getByRole("row", { name: person.surname }).getByRole("link").click();
  await page.getByRole("button", { name: `Bekreft ${person.forename}` }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Begrunnelse" }).fill("Nummer og navn stemmer.");
  await dialog.getByRole("button", { name: "Bekreft", exact: true }).click();
  await page.getByRole("region", { name: "Saker" }).getByRole("link").first().click();
  await page.getByRole("region", { name: "Neste handling" }).waitFor();
}

async function lookUpAndPrioritise(page: Page): Promise<void> {
  await act(page, "Ta saken");
  await act(page, "Registrer oppslag i register", {
    Register: "folkeregisteret",
    "Formål med oppslaget": "Saksopplysning",
    "Svar (valgfritt)": "funnet",
  });
  await act(page, "Registrer oppslag i register", {
    Register: "arbeidsgiverregisteret",
    "Formål med oppslaget": "Finne arbeidssted",
    "Svar (valgfritt)": "funnet",
    "Arbeider i Norge nå": "ja",
    "Arbeider med pasienter": "ja",
  });
  await act(page, "Sett prioritet");
  await act(page, "Avslutt prioriteringen", {});
}

/** What is refused is told with the criterion, why, and the way to what mends it. */
async function seeRefusalExplained(page: Page): Promise<void> {
  const refused = page.getByRole("region", { name: "Hva som ikke kan gjøres nå" });
  await refused.getByText("Tilby overlevering", { exact: true }).click();
  const details = refused.locator("details", { hasText: "Tilby overlevering" });
  await details.getByRole("link", { name: "Gå til Dokumenter fra utlandet" }).first().click();
  assert.match(page.url(), /#case-documents$/);
}

async function document(page: Page): Promise<void> {
  await act(page, "Be om dokumenter", {
    Myndighet: "Inspektionen för vård och omsorg",
    Land: "Sverige",
    "Hva det bes om": "Beslutet",
  });
  await act(page, "Registrer dokumenter mottatt", { "Merknad (valgfritt)": "Kom på e-post" });
  await act(page, "Registrer oversettelse", { Oversettelse: "trengs ikke" });
  await act(page, "Slå fast grunnlagslandet", { Land: "Norge", "Hva det bygger på": "Norsk utdanning" });
  await act(page, "Kryss av kontrollpunkt", {
    Kontrollpunkt: "tilstrekkelig dokumentasjon",
    "Hva du har lagt til grunn": "Beslutet er lest",
  });
}

async function assess(page: Page): Promise<void> {
  await act(page, "Velg rettslig spor", { Spor: "Spor B", Begrunnelse: "Forholdet vurderes selvstendig." });
  await act(page, "Slå fast et faktisk forhold", {
    "Hva som er fastslått": "Autorisasjonen er tapt i avsenderlandet.",
    "Dokumentet det bygger på": "Varsel",
    "Side, linje eller felt (valgfritt)": "Tiltak",
  });
  await act(page, "Kryss av kontrollpunkt", {
    Kontrollpunkt: "vurdert habilitet",
    "Hva du har lagt til grunn": "Ingen bånd til personen",
  });
  await act(page, "Foreslå utfall", { Utfall: "tilbakekall", Begrunnelse: "Ikke forsvarlig virksomhet." });
}

async function hear(page: Page): Promise<void> {
  await act(page, "Registrer forhåndsvarsel sendt", {
    "Frist for å uttale seg": dayFrom(25),
    "Sendt med": "Rekommandert brev",
    "Bevis for sendingen": "RR 123",
  });
  await act(page, "Registrer uttalelse", {});
  await act(page, "Avslutt forhåndsvarslingen", {});
}

async function decide(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Skriv vedtaket" }).first().click();
  await fill(page, { Tekst: "Autorisasjonen kalles tilbake." });
  // A reload in the middle loses nothing.
  await page.reload();
  await page.getByRole("button", { name: "Skriv vedtaket" }).first().click();
  assert.equal(
    await page.getByLabel("Tekst", { exact: true }).inputValue(),
    "Autorisasjonen kalles tilbake.",
  );
  await page.getByLabel("helsepersonelloven § 57 første ledd").check();
  await submit(page, "Skriv vedtaket");
  await act(page, "Send til godkjenning", {});
}

async function standInForTurid(turid: Page, standIn: string): Promise<void> {
  const { person, csrfToken } = await (await turid.request.get("/api/me")).json();
  const { officers } = await (await turid.request.get("/api/cases/officers")).json();
  const { id: standInId } = officers.find(({ name }: { name: string }) => name === standIn);
  const until = new Date(Date.now() + 3 * DAY_MS).toISOString();
  const from = new Date(Date.now() - DAY_MS).toISOString();
  const send = (path: string, data: object) =>
    turid.request.post(path, { data, headers: { "x-csrf-token": csrfToken } });
  const appointed = await send("/api/stand-ins", { standInId, until, reason: "Ferie" });
  assert.ok(appointed.ok(), await appointed.text());
  const away = await send("/api/case-absences", { personId: person.id, from, until });
  assert.ok(away.ok(), await away.text());
}

journey("two lines take a case from a confirmed identity to an approved decision", async (enter) => {
  const ingrid = await enter("Ingrid Solbakken");
  await confirmIdentity(ingrid);
  const address = new URL(ingrid.url()).pathname;
  await lookUpAndPrioritise(ingrid);
  await seeRefusalExplained(ingrid);
  await document(ingrid);
  await act(ingrid, "Tilby overlevering", { "Merknad (valgfritt)": "Klar" });

  const amina = await enter("Amina Haddad");
  await amina.goto(address);
  await amina.getByText("Begge linjer har ansvaret").waitFor();
  await act(amina, "Returner overleveringen", { Begrunnelse: "Mangler vurdering av habilitet" });
  await ingrid.getByText("Mangler vurdering av habilitet").first().waitFor();
  await act(ingrid, "Tilby overlevering", {});
  await amina.goto(address);
  await act(amina, "Ta imot overleveringen", {});

  await assess(amina);
  const turid = await enter("Turid Nygård");
  await turid.goto(address);
  await act(turid, "Les som annenleser", { "Enig i forslaget": "ja", Begrunnelse: "Enig." });
  await act(amina, "Avslutt realitetsbehandlingen", {});
  await hear(amina);
  await decide(amina);
  await nextAction(amina).getByText("Godkjenn vedtaket").first().waitFor();

  await standInForTurid(turid, "Jonas Myrvold");
  const jonas = await enter("Jonas Myrvold");
  await jonas.goto(address);
  await act(jonas, "Registrer oppslag i register", {
    Register: "Helsepersonell",
    "Formål med oppslaget": "Før vedtak",
  });
  await jonas.getByRole("button", { name: "Godkjenn vedtaket" }).first().click();
  await jonas.getByText("Du gjør dette som stedfortreder for Turid Nygård.").waitFor();
  await submit(jonas, "Godkjenn vedtaket");
  await jonas.getByRole("link", { name: "Bekreft hvem du er" }).click();
  await jonas.waitForURL(/demo-login/);
  await jonas.getByRole("button", { name: "Jonas Myrvold" }).click();
  await nextAction(jonas).getByRole("button", { name: "Godkjenn vedtaket" }).click();
  await submit(jonas, "Godkjenn vedtaket");
  await jonas.getByText("Godkjent av Jonas Myrvold for Turid Nygård").waitFor();
});
