import { expect, it } from "vitest";
import { localeOf } from "./locale";

it.each([
  [undefined, null, "en"],
  ["de", "en", "de"],
  ["en", "de", "en"],
  ["xx", "de", "de"],
  [undefined, "de-AT,de;q=0.9,en;q=0.8", "de"],
  [undefined, "en-GB,en;q=0.9,de;q=0.8", "en"],
  [undefined, "fr,de;q=0.3,en;q=0.5", "en"],
  [undefined, "fr;q=0.9, de;q=0, en;q=0.1", "en"],
  [undefined, "fr", "en"],
  [undefined, "", "en"],
])("who chose %j and accepts %j reads %s", (chosen, accepted, locale) => {
  expect(localeOf(chosen, accepted)).toBe(locale);
});
