/** Trying out a filter before a webhook has it. */
import { authorize, type Actor } from "../accounts/actor";
import { invalid } from "../core/errors";
import { previewOf } from "../core/filter-preview";
import { previewFilterSchema, type FilterPreview } from "../core/filter-preview-schema";
import { unknownType } from "../core/subscription";
import { prisma } from "../db";
import { sampleOf } from "./event-names";

/** @param input as a client sent it; parsed here */
export async function previewFilter(actor: Actor, input: unknown): Promise<FilterPreview> {
  authorize(actor, "webhooks:read");
  const { filter, type = "", data } = previewFilterSchema.parse(input);
  const asked = data ?? (await sampleOf(prisma(), actor.accountId, type));
  if (!asked) throw invalid({ type: unknownType(type) });
  return previewOf(filter, asked);
}
