/** The account, and who is signed in. */
import type {
  Account,
  EndedSessions,
  Sessions,
  ChangePasswordInput,
  UpdateAccount,
  UpdateProfile,
} from "../core/account";
import { call } from "./call";

export const accountApi = {
  get: () => call<Account>("/api/v1/account"),
  rename: (body: UpdateAccount) => call<Account>("/api/v1/account", { method: "PATCH", body }),
  updateProfile: (body: UpdateProfile) => call<Account>("/api/v1/account/profile", { method: "PATCH", body }),
  changePassword: (body: ChangePasswordInput) => call<undefined>("/api/v1/account/password", { method: "POST", body }),
  switchTo: (accountId: string) => call<undefined>("/api/v1/account/switch", { method: "POST", body: { accountId } }),
  sessions: () => call<Sessions>("/api/v1/account/sessions"),
  endOtherSessions: () => call<EndedSessions>("/api/v1/account/sessions", { method: "DELETE" }),
};
