import { jsonLanguage } from "@codemirror/lang-json";
import { expect, it } from "vitest";
import { placeOf } from "./json-place";

const TEXT = `{
  "name": "Ada",
  "tags": ["a", {"b": 1}],
  "a.b": {"c": true},
  "a": {"b": null}
}`;

const at = (path: string, text = TEXT) => {
  const { from, to } = placeOf(jsonLanguage.parser.parse(text), text, path, "data");
  return text.slice(from, to);
};

it.each([
  ["data.name", '"Ada"'],
  ["data.tags", '["a", {"b": 1}]'],
  ["data.tags[0]", '"a"'],
  ["data.tags[1].b", "1"],
  ["data.a.b", '{"c": true}'],
  ["data.a.b.c", "true"],
  ["data", TEXT],
])("%s leads to %s", (path, value) => expect(at(path)).toBe(value));

it("leads to the beginning of what should hold what is missing", () => {
  expect(at("data.email")).toBe("{");
  expect(at("data.tags[7]")).toBe("[");
});

it.each(["", "{", '{"a":', '{"a": [1,', "nonsense"])("finds some place in %j, too", (text) => {
  expect(() => at("data.a[0].b", text)).not.toThrow();
});
