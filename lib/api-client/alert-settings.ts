/** Where and when alerts tell. */
import type { z } from "zod";
import type { AlertSettings, updateAlertSettingsSchema } from "../core/alert-settings";
import { call } from "./call";

export const alertSettingsApi = {
  get: () => call<AlertSettings>("/api/v1/alert-settings"),
  update: (body: z.input<typeof updateAlertSettingsSchema>) =>
    call<AlertSettings>("/api/v1/alert-settings", { method: "PATCH", body }),
};
