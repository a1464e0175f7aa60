/** Settings of a webhook that are fine alone and can't go together. */
import { isAuthorization } from "./authorization";
import type { FieldErrors } from "./errors";
import { clash, sendsAuthorization, type FormatName } from "./formats";

export interface Settings {
  format: FormatName;
  /** Migration mode, where it is on. */
  alsoSign?: FormatName | undefined;
  hasAuthorization: boolean;
  headerNames: readonly string[];
}

/** @returns field → what is wrong with it; empty where all is well */
export function conflictsOf({ format, alsoSign, hasAuthorization, headerNames }: Settings): FieldErrors {
  const fields: FieldErrors = {};
  const sender = [format, alsoSign].find((name) => name && sendsAuthorization(name));
  if (sender && !hasAuthorization) {
    fields["authorization"] = `The format ${sender} needs the value of its Authorization header.`;
  }
  const extra = headerNames.find(isAuthorization);
  if (extra && sender) fields[`headers.${extra}`] = `${extra} is sent by the format ${sender}: use authorization.`;
  else if (extra && hasAuthorization) fields[`headers.${extra}`] = `${extra} is set by authorization already.`;
  const names = alsoSign && alsoSign !== format ? clash(format, alsoSign) : [];
  if (alsoSign === format) fields["alsoSign"] = `${format} is the webhook's own format: choose another, or none.`;
  else if (names.length > 0) {
    fields["alsoSign"] = `${format} and ${alsoSign} can't be sent together: both set ${names.join(", ")}.`;
  }
  return fields;
}
