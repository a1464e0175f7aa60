import { parse, TYPE, type MessageFormatElement } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { CATALOGUE } from "../catalogue";
import { EVENT_SETS } from "../event-sets";
import { de } from "./de";
import { en } from "./en";

type Tree = { readonly [key: string]: string | Tree };

/** Every message of a tree with its path. */
function leavesOf(tree: Tree, path = ""): [path: string, message: string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[path + key, value]] : leavesOf(value, `${path}${key}.`),
  );
}

function catalogueWords(): string[] {
  const types = CATALOGUE.flatMap((group) => group.types);
  return [
    ...CATALOGUE.map(({ name }) => name),
    ...EVENT_SETS.map(({ name }) => name),
    ...types.flatMap(({ description, useCases, schema }) => [description, ...useCases, ...descriptionsIn(schema)]),
  ];
}

function descriptionsIn(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const own = "description" in schema && typeof schema.description === "string" ? [schema.description] : [];
  return [...own, ...Object.values(schema).flatMap(descriptionsIn)];
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
  const { catalogue, ...messages } = de;
  const german = new Map(leavesOf(messages));

  it("has every message that English has, and no other", () => {
    expect([...german.keys()]).toEqual(leavesOf(en).map(([path]) => path));
  });

  it("says every word of the built-in event types, and no other", () => {
    expect(Object.keys(catalogue).toSorted()).toEqual([...new Set(catalogueWords())].toSorted());
  });

  it.each(leavesOf(en))("of %s takes the same arguments", (path, message) => {
    expect(namesOf(german.get(path) ?? "")).toEqual(namesOf(message));
  });
});
