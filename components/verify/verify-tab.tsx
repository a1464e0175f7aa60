"use client";

import type { Webhook } from "@/lib/core/webhook";
import { SignatureDebugger } from "./signature-debugger";
import { VerifyPanel } from "./verify-panel";

/** Code that verifies this webhook's deliveries, and what to look at when it refuses one. */
export default function VerifyTab({ webhook }: { webhook: Webhook }) {
  return (
    <>
      <SignatureDebugger webhook={webhook} />
      <VerifyPanel webhook={webhook} />
    </>
  );
}
