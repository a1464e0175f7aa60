import { parse, TYPE, type MessageFormatElement } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { de } from "./de";
import { en } from "./en";

type Tree = { readonly [key: string]: string | Tree };

/** Every message of a tree with its path. */
function leavesOf(tree: Tree, path = ""): [path: string, message: string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[path + key, value]] : leavesOf(value, `${path}${key}.`),
  );
}

/** The arguments and tags that a message names. */
function namesIn(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.tag) return [`<${element.value}>`, ...namesIn(element.children)];
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      return [element.value, ...Object.values(element.options).flatMap(({ value }) => namesIn(value))];
    }
    return [element.value];
  });
}

const namesOf = (message: string) => [...new Set(namesIn(parse(message)))].toSorted();

describe("German", () => {
  const german = new Map(leavesOf(de));

  it("has every message that English has, and no other", () => {
    expect([...german.keys()]).toEqual(leavesOf(en).map(([path]) => path));
  });

  it.each(leavesOf(en))("of %s takes the same arguments", (path, message) => {
    expect(namesOf(german.get(path) ?? "")).toEqual(namesOf(message));
  });
});
