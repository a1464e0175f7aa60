import { afterAll, beforeEach, expect, it } from "vitest";
import type { Actor } from "../accounts/actor";
import { MAX_SAVED_VIEWS } from "../core/saved-view";
import { closeDb } from "../db";
import { newId } from "../new-id";
import { makeOwner } from "../testing/factories";
import { encodeId } from "../core/ids";
import { createSavedView, deleteSavedView, listSavedViews, updateSavedView } from "./saved-views";

let jane: Actor;
beforeEach(async () => {
  jane = await makeOwner();
});
afterAll(() => closeDb());

const filters = { status: "failed,held", where: 'data.contact = "9198"', last: "1h" };

it("a view is saved, renamed, given other filters, and deleted", async () => {
  const made = await createSavedView(jane, { name: " Mine ", filters });
  expect(made).toMatchObject({ name: "Mine", filters });
  const renamed = await updateSavedView(jane, made.id, { name: "Ours" });
  expect(renamed).toEqual({ ...made, name: "Ours" });
  await updateSavedView(jane, made.id, { filters: { code: "5xx" } });
  expect(await listSavedViews(jane)).toEqual([{ ...made, name: "Ours", filters: { code: "5xx" } }]);
  await deleteSavedView(jane, made.id);
  expect(await listSavedViews(jane)).toEqual([]);
});

it("each person has their own, and reaches nobody else's; who may only read has them, too", async () => {
  const john: Actor = { ...jane, label: `user:${encodeId("user", newId())}`, permissions: ["webhooks:read"] };
  const { id } = await createSavedView(jane, { name: "Mine", filters });
  await createSavedView(john, { name: "Mine", filters: {} });
  expect(await listSavedViews(john)).toHaveLength(1);
  for (const other of [john, await makeOwner()]) {
    await expect(updateSavedView(other, id, { name: "x" })).rejects.toThrow("nothing here");
    await expect(deleteSavedView(other, id)).rejects.toThrow("nothing here");
  }
  await expect(deleteSavedView(jane, "view_x")).rejects.toThrow("nothing here");
  expect(await listSavedViews(jane)).toHaveLength(1);
});

it.each([
  [{ name: "", filters: {} }, "Give it a name"],
  [{ name: "x", filters: { colour: "red" } }, "filters"],
  [{ name: "x", filters: { status: "lost" } }, "Use pending"],
  [{ name: "x", filters: { where: "data.x >" } }, "a value is expected"],
  [{ name: "x", filters: { cursor: "abc" } }, "filters"],
])("what the log would refuse is refused: %j", async (input, words) => {
  await expect(createSavedView(jane, input)).rejects.toThrow(words);
});

it("a name is there once, whatever its case, and there are so many at most", async () => {
  await createSavedView(jane, { name: "Mine", filters: {} });
  await expect(createSavedView(jane, { name: "mine", filters: {} })).rejects.toThrow("already");
  for (let i = 1; i < MAX_SAVED_VIEWS; i++) await createSavedView(jane, { name: `View ${i}`, filters: {} });
  await expect(createSavedView(jane, { name: "One more", filters: {} })).rejects.toThrow("Delete one first");
});
