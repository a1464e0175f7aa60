/**
 * Says why a delivery's signature isn't what a receiver expects, step by step: secret, header, how it is written, time,
 * body, signature; and of what the receiver's code computed, which mistake gives exactly that. Nothing leaves the browser.
 */
import type { HeaderPairs } from "./attempt";
import { FORMATS, FORMAT_NAMES, type FormatName } from "./formats";
import { authorizationSteps } from "./signature-debugger/authorization";
import { bodyStep } from "./signature-debugger/body";
import { computedStep } from "./signature-debugger/computed";
import { encodingStep } from "./signature-debugger/encoding";
import { headerStep } from "./signature-debugger/header";
import { secretStep } from "./signature-debugger/secret";
import { signatureStep } from "./signature-debugger/signature";
import { SPECS } from "./signature-debugger/specs";
import type { DebugInput, Step } from "./signature-debugger/step";
import { timeStep } from "./signature-debugger/time";

export interface Debugged {
  steps: Step[];
  /** Undefined where something is missing to tell. */
  isGenuine: boolean | undefined;
}

export function debugSignature(input: DebugInput): Debugged {
  if (input.format === "sidecar") return verdict(authorizationSteps(input));
  const spec = SPECS[input.format];
  const header = headerStep(input, spec);
  const { received } = header;
  const signature = received === undefined ? undefined : signatureStep(input, spec, received);
  return verdict([
    ...(input.secret ? [secretStep(input, spec)] : []),
    header.step,
    ...(received === undefined ? [] : [encodingStep(spec, received)]),
    ...timeStep(input, spec),
    ...(input.body ? [bodyStep(input, spec)] : []),
    ...(signature ? [signature] : []),
    ...computedStep(input, spec),
  ]);
}

function verdict(steps: Step[]): Debugged {
  const signature = steps.find(({ name }) => name === "signature");
  return { steps, isGenuine: signature ? signature.result === "ok" : undefined };
}

/** Whose headers these are. @returns undefined where it is nobody's, or several formats' */
export function formatOfHeaders(headers: HeaderPairs): FormatName | undefined {
  const names = new Set(headers.map(([name]) => name.toLowerCase()));
  const fitting = FORMAT_NAMES.filter((format) =>
    FORMATS[format].headerNames.some((name) => names.has(name.toLowerCase())),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}
