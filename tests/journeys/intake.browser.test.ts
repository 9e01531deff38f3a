import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { findPeople, type InventedAlert, mailOf, subjectOf } from "./invented-mail.ts";
import { prepareJourneys } from "./journey.ts";

const { journey } = await prepareJourneys();
const people = findPeople(5);

/** An alert about somebody in the register that the engine is certain of, unless something is left out. */
function alertAbout(place: number, number: string, without: Partial<InventedAlert> = {}): InventedAlert {
  const person = people[place];
  assert.ok(person, "the register of the demonstration has become too small");
  return { number, ...person, ...without };
}

async function upload(page: Page, alert: InventedAlert): Promise<void> {
  await page.goto("/intake");
  await page.getByLabel("Last opp").setInputFiles(mailOf(alert));
  await page.getByText("1 fil er mottatt og blir lest nå.").waitFor();
}

async function openAlert(page: Page, { number, surname }: InventedAlert): Promise<void> {
  await page.goto(`/alerts?search=${number}&status=any`);
  await page.getByRole("row", { name: surname }).getByRole("link").click();
  await page.getByRole("heading", { level: 1, name: surname }).waitFor();
}

/** The mark of a state, beside the title of what is shown. */
const markOf = (page: Page, state: string) =>
  page.locator("main [data-tone]").filter({ hasText: state }).first();

async function giveReason(page: Page, reason: string, act: string): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Begrunnelse" }).fill(reason);
  await dialog.getByRole("button", { name: act, exact: true }).click();
}

/** The cell of a portfolio figure that holds its number. */
const figure = (page: Page, section: string, label: string) =>
  page
    .getByRole("region", { name: section })
    .locator("div", { has: page.getByText(label, { exact: true }) })
    .last()
    .locator(".number");

journey("an officer completes a quarantined message and is told what is wrong first", async (enter) => {
  const page = await enter("Ingrid Solbakken");
  const alert = alertAbout(0, "SE26.90001", { birthDate: undefined, nationalId: undefined });
  await upload(page, alert);

  await page.goto("/intake?state=quarantined");
  await page.getByRole("link", { name: subjectOf(alert) }).click();
  await markOf(page, "Karantene").waitFor();
  const birthDate = page.getByRole("textbox", { name: "Fødselsdato" });
  await birthDate.fill("31.02.1978");
  await page.getByRole("button", { name: "Registrer varselet" }).click();
  await page.getByText("Skriv datoen som dd.mm.åååå.").waitFor();
  await page.getByText("Rett 1 felt for å gå videre.").waitFor();
  await page.getByText("Skriv en begrunnelse på minst tre tegn.").waitFor();

  await page.reload();
  await page.getByText("Utkastet ditt er hentet fram igjen.").waitFor();
  assert.equal(await birthDate.inputValue(), "31.02.1978");
  assert.equal(await page.getByRole("textbox", { name: "Etternavn" }).inputValue(), alert.surname);

  await birthDate.fill("18.07.1978");
  await page
    .getByRole("textbox", { name: "Hva har du lagt til eller rettet?" })
    .fill("Fødselsdatoen er gitt på telefon av avsenderen.");
  const messageAddress = page.url();
  await page.getByRole("button", { name: "Registrer varselet" }).click();
  await page.getByText("Meldingen er fullført. Varselet er registrert og søkes opp.").waitFor();

  await page.goto(messageAddress);
  await markOf(page, "Registrert").waitFor();
  await page.getByText("Fødselsdatoen er gitt på telefon av avsenderen.").waitFor();
  await page.getByRole("link", { name: "Åpne varselet" }).click();
  await page.getByText("18. juli 1978").first().waitFor();
});

journey("a confirmed identity changes the portfolio that the process owner is looking at", async (enter) => {
  const [officer, owner] = [await enter("Ingrid Solbakken"), await enter("Turid Nygård")];
  const alert = alertAbout(1, "SE26.90002");
  await upload(officer, alert);
  await openAlert(officer, alert);
  await markOf(officer, "Venter på avgjørelse").waitFor();

  await owner.goto("/portfolio");
  const confirmed = figure(owner, "Gyldige varsler etter identitet", "Bekreftet");
  const before = Number(await confirmed.innerText());
  let reloads = 0;
  owner.on("load", () => reloads++);

  await officer.getByRole("button", { name: `Bekreft ${alert.forename}` }).click();
  await officer.getByRole("dialog").getByRole("button", { name: "Bekreft", exact: true }).click();
  await officer.getByText("Skriv en begrunnelse på minst tre tegn.").waitFor();
  await giveReason(officer, "Navn, fødselsdato og nummer er de samme.", "Bekreft");
  await officer.getByText("Identiteten er bekreftet.").waitFor();
  await markOf(officer, "Bekreftet").waitFor();
  await officer.getByText("Navn, fødselsdato og nummer er de samme.").waitFor();

  await confirmed.getByText(String(before + 1), { exact: true }).waitFor();
  assert.equal(reloads, 0, "the portfolio was loaded anew instead of changing by itself");
});

journey("a certain match is rejected only when two officers agree", async (enter) => {
  const [first, second] = [await enter("Ingrid Solbakken"), await enter("Jonas Myrvold")];
  const alert = alertAbout(2, "SE26.90003");
  await upload(first, alert);
  await openAlert(first, alert);
  await first.getByText("Sikkert treff").first().waitFor();
  await first.getByRole("button", { name: "Ingen av disse" }).click();
  await first.getByText("Dette går mot motorens svar.").waitFor();
  await giveReason(first, "Arbeidsgiveren sier at det er en annen.", "Ingen av disse");
  await first.getByText("Forslaget er lagret og venter på en annen saksbehandler.").waitFor();
  await markOf(first, "Venter på avgjørelse").waitFor();

  await first.getByRole("button", { name: "Ingen av disse" }).click();
  await giveReason(first, "Jeg er fortsatt sikker.", "Ingen av disse");
  await first.getByText("Du har selv foreslått dette.").waitFor();
  await first.keyboard.press("Escape");

  await openAlert(second, alert);
  await second.getByText("Ingrid Solbakken har foreslått: Avvist.").waitFor();
  await second.getByRole("button", { name: "Avgjør det samme" }).click();
  await giveReason(second, "Bekreftet med arbeidsgiveren.", "Ingen av disse");
  await second.getByText("Treffene er avvist.").waitFor();
  await markOf(second, "Avvist").waitFor();
  await markOf(first, "Avvist").waitFor();
});

journey("a message that somebody uploads appears in the queue of everybody else", async (enter) => {
  const [sender, watcher] = [await enter("Jonas Myrvold"), await enter("Henrik Lunde")];
  const alert = alertAbout(3, "SE26.90004");
  await watcher.goto(`/intake?search=${alert.number}`);
  await watcher.getByText("Ingen meldinger passer").waitFor();
  await upload(sender, alert);
  const row = watcher.getByRole("row", { name: subjectOf(alert) });
  await row.getByText("Registrert").waitFor();
  assert.equal(
    await watcher.getByRole("button", { name: "Last opp" }).count(),
    0,
    "the auditor may not upload",
  );
});

journey("an identity is confirmed without touching the mouse", async (enter) => {
  const page = await enter("Ingrid Solbakken");
  const alert = alertAbout(4, "SE26.90005");
  await upload(page, alert);
  const keys = page.keyboard;

  await page
    .getByRole("row", { name: subjectOf(alert) })
    .getByText("Registrert")
    .waitFor();
  await keys.press("?");
  await page.getByRole("dialog", { name: "Hurtigtaster" }).waitFor();
  await keys.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });

  await keys.press("g");
  await keys.press("v");
  await waitForAlerts(page);
  await keys.press("/");
  await keys.type(alert.number);
  await page.waitForURL(/search=/);
  await page.getByText("1 rad vist").waitFor();
  await keys.press("Tab");
  await keys.press("j");
  await keys.press("Enter");
  await page.getByRole("heading", { level: 1, name: alert.surname }).waitFor();

  await keys.press("b");
  await page.getByRole("dialog").waitFor();
  await keys.press("Tab");
  for (let presses = 0; presses < 6 && !(await isInReason(page)); presses++) await keys.press("Tab");
  await keys.type("Samme navn, dato og nummer.");
  await keys.press("Tab");
  await keys.press("Enter");
  await page.getByText("Identiteten er bekreftet.").waitFor();

  await keys.press("u");
  await waitForAlerts(page);
  await keys.press("j");
  await keys.press("j");
  const second = await focusedText(page);
  await keys.press("k");
  assert.notEqual(await focusedText(page), second, "k moves up");
  await keys.press("j");
  assert.equal(await focusedText(page), second, "j moves down again");
  await keys.press("Enter");
  await page.getByRole("heading", { level: 1, name: second }).waitFor();
});

async function waitForAlerts(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1, name: "Varsler" }).waitFor();
  await page.getByText(/rader vist/).waitFor();
}

const focusedText = (page: Page) => page.locator(":focus").innerText();
const isInReason = async (page: Page) =>
  (await page.locator(":focus").evaluate((element) => element.tagName)) === "TEXTAREA";

journey("the language of the pages is chosen once and stays", async (enter) => {
  const page = await enter("Jonas Myrvold");
  const choose = async (language: string) => {
    await page.getByRole("button", { name: "Jonas Myrvold" }).click();
    await page.getByRole("menuitemradio", { name: language }).click();
    await page.keyboard.press("Escape");
    await page.getByRole("menu").waitFor({ state: "detached" });
  };
  await page.goto("/alerts");
  await choose("English");
  await page.getByRole("heading", { level: 1, name: "Alerts" }).waitFor();
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "Alerts" }).waitFor();

  await choose("Nynorsk");
  await page.getByRole("heading", { level: 1, name: "Varsel", exact: true }).waitFor();
  assert.equal(await page.locator("html").getAttribute("lang"), "nn");

  const elsewhere = await enter("Jonas Myrvold");
  await elsewhere.goto("/intake");
  await elsewhere.getByText("Alt som har kome inn").waitFor();
  await choose("Bokmål");
  await page.getByRole("heading", { level: 1, name: "Varsler", exact: true }).waitFor();
});
