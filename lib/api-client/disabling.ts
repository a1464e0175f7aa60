/** When webhooks that only fail are disabled, for the whole account. */
import type { z } from "zod";
import type { Disabling, updateDisablingSchema } from "../core/disabling";
import { call } from "./call";

export const disablingApi = {
  get: () => call<Disabling>("/api/v1/disabling"),
  update: (body: z.input<typeof updateDisablingSchema>) =>
    call<Disabling>("/api/v1/disabling", { method: "PATCH", body }),
};
