import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { de } from "../../lib/core/messages/de";
import { en } from "../../lib/core/messages/en";
import type { Messages } from "../../lib/core/messages/translate";
import { translatorOf } from "../../lib/core/messages/translate";
import { findingWords } from "./finding-words";

const FOLDER = "lib/core/signature-debugger";

/** As the code of the steps names them. */
const named = new Set(
  readdirSync(FOLDER).flatMap((file) =>
    [
      ...readFileSync(`${FOLDER}/${file}`, "utf8").matchAll(
        /"((?:secret|header|hex|standard|time|id|body|signature|computed|authorization)_\w+)"/g,
      ),
    ].map(([, name = ""]) => name),
  ),
);
const VARIANTS = new Set(["id_and_body", "time_and_body", "body_only", "id_time_body"]);
const findings = [...named].filter((name) => !VARIANTS.has(name));

const words = {
  en: translatorOf("en", en, "verify"),
  de: translatorOf("de", de as unknown as Messages, "verify"),
};

/** More than any message needs. */
const VALUES = {
  ...{ name: "X", found: "a", right: "b", format: "F", length: 3, bytes: 4, byte: 5, minutes: 6, character: 7 },
  ...{
    header: "h",
    body: "indented",
    key: "decoded",
    encoding: "base64",
    content: "body_only",
    expected: "e",
    keys: "k",
  },
};

describe.each(["en", "de"] as const)("in %s", (locale) => {
  it.each(findings)("there are words for %s", (finding) => {
    const text = findingWords(words[locale], { finding, values: VALUES });
    expect(text).not.toContain("debugger.");
    expect(text).not.toContain("undefined");
    expect(text.length).toBeGreaterThan(5);
  });
});

it("every finding that has words is one that a step gives", () => {
  expect(Object.keys(en.verify.debugger.findings).toSorted()).toEqual(findings.toSorted());
});

it("several mistakes are one sentence", () => {
  const values = { key: "prefix_removed", body: "indented", content: "right", encoding: "base64" };
  expect(findingWords(words.en, { finding: "computed_explained", values })).toBe(
    "Your code signs the body, indented, uses the secret without whsec_ as its key and writes the signature in base64.",
  );
});
