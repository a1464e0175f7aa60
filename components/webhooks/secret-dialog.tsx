"use client";

import { ShownOnceDialog } from "@/components/ui/shown-once-dialog";
import { Time } from "@/components/ui/time";
import { FORMATS, sendsAuthorization } from "@/lib/core/formats";
import type { WebhookWithSecret } from "@/lib/core/webhook";
import { VerifyCode } from "@/components/verify/verify-code";

interface Props {
  title: string;
  webhook: WebhookWithSecret;
  onClose: () => void;
}

export function SecretDialog({ title, webhook, onClose }: Props) {
  const { secret, previousSecretUntil, format, alsoSign } = webhook;
  const formats = [format, ...(alsoSign ? [alsoSign.format] : [])];
  return (
    <ShownOnceDialog title={title} keeper="your receiver" label="Secret" value={secret} onClose={onClose}>
      {sendsAuthorization(format) && (
        <p className="text-ink-2">
          {FORMATS[format].label} deliveries are authenticated by the Authorization value, not by this secret. It signs
          once you change the format.
        </p>
      )}
      {previousSecretUntil && (
        <p className="text-ink-2">
          The old secret ends on <Time value={previousSecretUntil} format="exact" />.
        </p>
      )}
      {formats.map((name) => (
        <details key={name}>
          <summary className="rounded-sm text-sm font-medium">
            How your receiver verifies a delivery{formats.length > 1 && ` (${FORMATS[name].label})`}
          </summary>
          <VerifyCode format={name} label={`Verification code, ${FORMATS[name].label}`} className="mt-2" />
        </details>
      ))}
    </ShownOnceDialog>
  );
}
