import { expect, it } from "vitest";
import { conflictsOf, type Settings } from "./conflicts";

const plain: Settings = { format: "sydx", hasAuthorization: false, headerNames: [] };

it.each<{ what: string; given: Partial<Settings>; fields: string[] }>([
  { what: "a plain webhook", given: {}, fields: [] },
  { what: "sidecar with its value", given: { format: "sidecar", hasAuthorization: true }, fields: [] },
  { what: "sidecar without its value", given: { format: "sidecar" }, fields: ["authorization"] },
  { what: "sidecar beside, without its value", given: { alsoSign: "sidecar" }, fields: ["authorization"] },
  { what: "sidecar beside, with its value", given: { alsoSign: "sidecar", hasAuthorization: true }, fields: [] },
  { what: "an extra Authorization", given: { headerNames: ["X-A", "authorization"] }, fields: [] },
  {
    what: "an extra Authorization with sidecar",
    given: { format: "sidecar", hasAuthorization: true, headerNames: ["Authorization"] },
    fields: ["headers.Authorization"],
  },
  {
    what: "an extra Authorization with sidecar beside",
    given: { alsoSign: "sidecar", hasAuthorization: true, headerNames: ["AUTHORIZATION"] },
    fields: ["headers.AUTHORIZATION"],
  },
  {
    what: "an extra Authorization with a value kept for later",
    given: { hasAuthorization: true, headerNames: ["Authorization"] },
    fields: ["headers.Authorization"],
  },
  { what: "its own format once more", given: { alsoSign: "sydx" }, fields: ["alsoSign"] },
  { what: "another format", given: { alsoSign: "standard" }, fields: [] },
])("$what: $fields", ({ given, fields }) => {
  expect(Object.keys(conflictsOf({ ...plain, ...given }))).toEqual(fields);
});
