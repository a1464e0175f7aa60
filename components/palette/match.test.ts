import { describe, expect, it } from "vitest";
import { bestMatches } from "./match";

const COMMANDS = ["Pause CRM integration", "Delete CRM integration", "Löschen", "Documentation", "The CRM"];
const find = (query: string, max = 10) => bestMatches(query, COMMANDS, (text) => text, max);

describe("bestMatches", () => {
  it.each([
    ["every word, in any order", "crm pau", ["Pause CRM integration"]],
    ["without case and accents", "LOSCHEN", ["Löschen"]],
    [
      "the middle of a word last",
      "c",
      ["Pause CRM integration", "Delete CRM integration", "The CRM", "Löschen", "Documentation"],
    ],
    ["nothing where a word is missing", "crm nowhere", []],
  ])("finds %s", (_, query, found) => {
    expect(find(query)).toEqual(found);
  });

  it("puts first what begins with it", () => {
    expect(find("d")[0]).toBe("Delete CRM integration");
    expect(find("the")[0]).toBe("The CRM");
  });

  it("gives everything in its order for an empty query, and never more than asked for", () => {
    expect(find("  ")).toEqual(COMMANDS);
    expect(find("", 2)).toEqual(COMMANDS.slice(0, 2));
    expect(find("c", 1)).toHaveLength(1);
  });
});
