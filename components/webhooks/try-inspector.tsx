"use client";

import { useQueryClient } from "@tanstack/react-query";
import { ScanSearch } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useSingleMutation } from "@/components/use-single-mutation";
import { Button } from "@/components/ui/button";
import { onDemand } from "@/components/ui/on-demand";
import { toast } from "@/components/ui/toast";
import { inspectorsApi } from "@/lib/api-client/inspectors";
import { webhooksApi } from "@/lib/api-client/webhooks";
import type { Inspector } from "@/lib/core/inspector";
import type { WebhookWithSecret } from "@/lib/core/webhook";
import { inspectorHref } from "./paths";
import { WEBHOOKS_KEY } from "./queries";

const SecretDialog = onDemand(() => import("./secret-dialog").then((its) => its.SecretDialog));

interface Made {
  inspector: Inspector;
  webhook: WebhookWithSecret;
}

/** Makes an inspector and a webhook that sends everything to it, shows the secret once, and opens the inspector. */
export function TryInspector() {
  const t = useTranslations("webhooks.empty");
  const ui = useTranslations("ui");
  const router = useRouter();
  const queryClient = useQueryClient();
  const [made, setMade] = useState<Made>();
  // Where the second step was refused, another try goes on with the inspector that is there.
  const left = useRef<Inspector>(undefined);
  const { mutate, isPending } = useSingleMutation({
    mutationFn: async (): Promise<Made> => {
      // A secret is shown once: it isn't made before it can be.
      await SecretDialog.ready().catch(() => {
        throw new Error(ui("partMissing"));
      });
      const inspector = (left.current ??= await inspectorsApi.create({ title: t("inspectorTitle") }));
      const webhook = await webhooksApi.create({ title: t("webhookTitle"), url: inspector.url, events: ["*"] });
      return { inspector, webhook };
    },
    onSuccess: setMade,
    onError: (error) => void toast.error(error.message),
  });
  const openInspector = async ({ inspector }: Made) => {
    router.push(inspectorHref(inspector.id));
    await queryClient.invalidateQueries({ queryKey: WEBHOOKS_KEY });
  };
  return (
    <>
      <Button busy={isPending || made !== undefined} onClick={() => mutate()}>
        <ScanSearch aria-hidden />
        {t("tryInspector")}
      </Button>
      {made && (
        <SecretDialog
          title={t("secretOf", { title: made.webhook.title })}
          webhook={made.webhook}
          onClose={() => void openInspector(made)}
          onTest={null}
        />
      )}
    </>
  );
}
