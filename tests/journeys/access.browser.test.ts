import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { prepareJourneys } from "./journey.ts";

const { journey } = await prepareJourneys();
const DAY = 86_400_000;
/** More presses than any page here has places for the focus. */
const MOST_PRESSES = 120;

/** Presses a key until a part has focus, as somebody does who has no mouse. */
async function press(page: Page, key: string, part: Locator): Promise<void> {
  await part.waitFor();
  for (let presses = 0; presses < MOST_PRESSES; presses++) {
    if (await part.evaluate((element) => element.matches(":focus"))) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never reaches ${part.toString()}`);
}

async function openAccount(page: Page, name: string): Promise<void> {
  await press(page, "Tab", page.getByRole("button", { name }));
  await page.keyboard.press("Enter");
  await press(page, "ArrowUp", page.getByRole("menuitem", { name: "Min tilgang" }));
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Min tilgang" }).waitFor();
}

/** A day as it is written, so many days from now. */
function dayFromNow(days: number): string {
  return new Date(Date.now() + days * DAY).toISOString().slice(0, 10).split("-").reverse().join(".");
}

journey("what was left open on another machine is ended without a mouse", async (enter) => {
  const [left, page] = [await enter("Ingrid Solbakken"), await enter("Ingrid Solbakken")];
  await openAccount(page, "Ingrid Solbakken");
  const sessions = page.getByRole("region", { name: "Innlogginger" });
  await sessions.locator("[data-tone]", { hasText: "Denne" }).waitFor();
  assert.equal(await sessions.getByRole("button", { name: /^Logg ut (?!alle)/ }).count(), 1);

  await press(page, "Tab", page.getByRole("button", { name: "Logg ut alle andre" }));
  await page.keyboard.press("Enter");
  await page.getByText("1 innlogging er avsluttet.").waitFor();
  await sessions.getByText("Du er bare logget inn her.").waitFor();

  await left.goto("/intake");
  await left.getByText("Logg inn", { exact: true }).waitFor();
});

journey("a stand-in is given and ended without a mouse, and knows it", async (enter) => {
  const [standIn, page] = [await enter("Jonas Myrvold"), await enter("Ingrid Solbakken")];
  await openAccount(page, "Ingrid Solbakken");
  const keys = page.keyboard;
  await keys.press("n");
  const dialog = page.getByRole("dialog", { name: "Gi deg selv en stedfortreder" });
  await press(page, "Tab", dialog.getByLabel("Stedfortreder"));
  await keys.type("Jonas");
  const act = dialog.getByRole("button", { name: "Gi stedfortreder" });
  await press(page, "Tab", act);
  await keys.press("Enter");
  await dialog.getByText("Skriv datoen som dd.mm.åååå.").waitFor();
  await dialog.getByText("Skriv en begrunnelse på minst tre tegn.").waitFor();

  await page.reload();
  await page.getByRole("region", { name: "Stedfortredere" }).waitFor();
  await keys.press("n");
  await press(page, "Tab", dialog.getByLabel("Til og med"));
  await keys.type(dayFromNow(7));
  await press(page, "Tab", dialog.getByLabel("Begrunnelse"));
  await keys.type("Ferie");
  await press(page, "Tab", act);
  await keys.press("Enter");
  await page.getByText("Jonas Myrvold er stedfortreder.").waitFor();

  await openAccount(standIn, "Jonas Myrvold");
  await standIn.getByText(/^Ingrid Solbakken \(til /).waitFor();

  await press(page, "Tab", page.getByRole("button", { name: "Avslutt at Jonas Myrvold er stedfortreder" }));
  await keys.press("Enter");
  await page.getByText("Stedfortrederen er avsluttet.").waitFor();
});

journey("the auditor finds an entry and who looked at its object without a mouse", async (enter) => {
  const page = await enter("Henrik Lunde");
  const keys = page.keyboard;
  await keys.press("g");
  await keys.press("l");
  await page.getByRole("heading", { level: 1, name: "Logg" }).waitFor();
  await page.getByText(/rader vist/).waitFor();
  await press(page, "Tab", page.getByLabel("Gjelder"));
  await keys.type("Varsel");
  await page.waitForURL(/objectType=alert/);
  await page.getByText(/rader vist/).waitFor();
  await page.locator("tbody").getByText("Varsel").first().waitFor();
  await press(page, "Tab", page.locator("tbody").getByRole("link").first());
  await keys.press("j");
  await keys.press("Enter");
  await page.getByRole("heading", { level: 2, name: "Hendelsen" }).waitFor();
  await press(page, "Tab", page.getByRole("link", { name: "Vis hvem som så" }));
  await keys.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Hvem har sett på dette?" }).waitFor();
  await page
    .getByRole("region", { name: /^Varsel / })
    .locator("tbody tr")
    .first()
    .waitFor();

  await page.goto("/audit?purpose=noe-ingen-har-skrevet");
  await page.getByText("Ingen hendelser passer").waitFor();
});

journey("nobody but the auditor sees the log", async (enter) => {
  for (const name of ["Ingrid Solbakken", "Solveig Bakke"] as const) {
    const page = await enter(name);
    assert.equal(await page.getByRole("link", { name: "Logg", exact: true }).count(), 0);
    await page.goto("/audit");
    await page.getByText(/kan ikke lese loggen/).waitFor();
  }
});

journey(
  "everything stored about a person is gathered once the reader has proved who they are, with nothing lost",
  async (enter) => {
    const page = await enter("Turid Nygård");
    const { rows } = (await (await page.request.get("/api/alerts?limit=1")).json()) as {
      rows: { bestHpr: number }[];
    };
    await page.goto("/privacy/report");
    await page.getByRole("textbox", { name: "HPR-nummer" }).fill(String(rows[0]?.bestHpr));
    await page.getByRole("button", { name: "Lag innsynsrapporten" }).click();
    await page.getByText("Skriv formålet med minst ti tegn.").waitFor();
    const purpose = page.getByRole("textbox", { name: "Formål" });
    await purpose.fill("Brev fra personen, identiteten er kontrollert.");
    const make = page.getByRole("button", { name: "Lag innsynsrapporten" });
    await make.click();

    await page.getByRole("link", { name: "Bekreft hvem du er" }).click();
    await page.getByRole("heading", { name: "Hvem vil du prøve Varde som?" }).waitFor();
    await page.getByRole("button", { name: "Turid Nygård" }).click();
    await page.getByRole("heading", { level: 1, name: "Innsyn for den registrerte" }).waitFor();
    assert.equal(await purpose.inputValue(), "Brev fra personen, identiteten er kontrollert.");
    await make.click();
    await page.getByRole("heading", { level: 2, name: "Rapporten" }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Last ned som JSON" }).click(),
    ]);
    assert.match(download.suggestedFilename(), /^varde-innsyn-\d{4}-\d\d-\d\d\.json$/);
  },
);
