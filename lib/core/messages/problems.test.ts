import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { PROBLEMS } from "./de/problems";
import { problemsIn } from "./problems";

const say = problemsIn(PROBLEMS);

describe("a refusal in German", () => {
  it.each([
    ["Use at most 100 characters.", "Höchstens 100 Zeichen."],
    ["title: Give the webhook a title.", "title: Dem Webhook einen Titel geben."],
    ["There is an event type order.paid already.", "Es gibt schon einen Ereignistyp order.paid."],
    ["The sample doesn't fit the schema. This is missing.", "Das Beispiel passt nicht zum Schema. Das fehlt."],
    ["Something that nobody knows.", "Something that nobody knows."],
  ])("says %j as %j", (english, german) => expect(say(english)).toBe(german));

  it.each(sentences())("is known for %j of %s", (sentence) => expect(say(sentence)).not.toBe(sentence));
});

/** Their sentences are read elsewhere: in messages, in mails, in the API's document, at the terminal. */
const OTHERS =
  /\.test\.ts$|^lib\/(testing|api|client)\/|^lib\/core\/(messages|catalogue|formats)\/|^lib\/(env|mail)\.ts$|-words\.ts$|^lib\/core\/(advice|schedule)\.ts$/;

/** Sentences in the sources, with 7 for what varies. Descriptions for the API's document are none. */
function sentences(): [sentence: string, file: string][] {
  return readdirSync("lib", { recursive: true, encoding: "utf8" })
    .map((file) => join("lib", file))
    .filter((file) => file.endsWith(".ts") && !OTHERS.test(file))
    .flatMap((file) => sentencesOf(file).map((sentence): [string, string] => [sentence, file]));
}

function sentencesOf(file: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isDescription(node)) return visit(node.expression);
    const text = textOf(node);
    if (text && /^[A-Z7].* .*[a-z].*[.?!]$/.test(text) && !/\b(SELECT|UPDATE|INSERT)\b/.test(text)) found.push(text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true));
  return found;
}

const isDescription = (node: ts.Node): node is ts.CallExpression =>
  ts.isCallExpression(node) &&
  ts.isPropertyAccessExpression(node.expression) &&
  ["describe", "meta"].includes(node.expression.name.text);

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }) => `7${literal.text}`).join("");
}
