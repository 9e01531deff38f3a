import assert from "node:assert/strict";
import { test } from "node:test";
import { readMessage } from "../read-message.ts";
import { composeMail, entriesOf, valuesOf } from "../testing.ts";
import { checkProfile } from "./check-profile.ts";
import { loadShippedProfiles } from "./shipped.ts";

const PROFILE = `name: lake-district
version: 2
title: Lake district
fits:
  senders: ["*@lake.example"]
labels:
  surname: [Clan]
  birthDate: [First seen]
dates:
  order: mdy
fixed:
  sendingCountry: IS
kinds:
  withdrawal: [The lake is calm]
`;

test("accepts every shipped profile, each with a name of its own", () => {
  const names = loadShippedProfiles().map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
  assert.ok(names.length >= 6);
});

test("reads by the labels, date order, fixed values and phrases of a profile", async () => {
  const { profile } = checkProfile(PROFILE);
  assert.ok(profile);
  const mail = composeMail(
    [
      {
        type: "text/plain",
        content: "The lake is calm\n\nClan: Berg\nForename: Anna\nFirst seen: 05/04/1970",
      },
    ],
    { from: "clerk@lake.example" },
  );
  const reading = await readMessage(mail, [profile]);
  assert.deepEqual(reading.profile, { name: "lake-district", version: 2 });
  assert.deepEqual(valuesOf(entriesOf(reading)[0]), {
    surname: "Berg",
    forename: "Anna",
    birthDate: "1970-05-04",
    sendingCountry: "IS",
  });
  assert.equal(entriesOf(reading)[0]?.kind, "withdrawal");
});

test("names the line and column of what is wrong in a profile", () => {
  const errorOf = (yaml: string) =>
    checkProfile(yaml).errors?.map(({ line, column, code }) => [line, column, code])[0];
  assert.deepEqual(errorOf(PROFILE.replace("version: 2", "version: two")), [2, 10, "profile.wantsNumber"]);
  assert.deepEqual(errorOf(PROFILE.replace("order: mdy", "order: myd")), [10, 10, "profile.valueUnknown"]);
  assert.equal(errorOf(PROFILE.replace("surname:", "sirname:"))?.[0], 7);
  assert.deepEqual(errorOf(`${PROFILE}colour: blue\n`), [15, 9, "profile.keyUnknown"]);
  assert.equal(errorOf("name: [a")?.[2], "yaml.broken");
  assert.equal(errorOf("name: none-fit\nversion: 1\ntitle: A\nfits: {}\n")?.[2], "profile.fitsNothing");
  assert.equal(errorOf("")?.[2], "profile.noKeys");
});

test("says what is wrong and what would be right, in words and as code with values", () => {
  const told = (yaml: string) =>
    checkProfile(yaml).errors?.map(({ code, params, message }) => [code, params, message])[0];
  assert.deepEqual(told(PROFILE.replace("title: Lake district\n", "")), [
    "profile.keyMissing",
    { key: "title" },
    "title: is missing. Add it.",
  ]);
  assert.deepEqual(told(PROFILE.replace("[Clan]", "Clan")), [
    "profile.wantsList",
    { key: "labels.surname" },
    'labels.surname: must be a list, such as ["first", "second"].',
  ]);
  assert.deepEqual(told(PROFILE.replace("order: mdy", "order: myd"))?.slice(0, 2), [
    "profile.valueUnknown",
    { key: "dates.order", values: "dmy, mdy, ymd" },
  ]);
  assert.deepEqual(told(PROFILE.replace("surname:", "sirname:"))?.[0], "profile.keyUnknown");
  assert.deepEqual(told(PROFILE.replace("version: 2", "version: 0"))?.slice(0, 2), [
    "profile.tooLittle",
    { key: "version", least: 1 },
  ]);
  assert.equal(told(PROFILE.replace("lake-district", "Lake District"))?.[0], "profile.valueMalformed");
});

test("refuses aliases, which could grow without bound", () => {
  assert.ok(checkProfile("name: &a x\nversion: 1\ntitle: *a\nfits: {fallback: true}\n").errors);
});
