"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useTranslations } from "use-intl";
import { useSingleMutation } from "@/components/use-single-mutation";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { invitesApi } from "@/lib/api-client/invites";
import { ApiError } from "@/lib/api-client/api-error";
import { INVITE_DAYS } from "@/lib/core/people-limits";
import type { Role } from "@/lib/core/permissions";
import { InviteLink } from "./invite-link";
import { TEAM_KEY } from "./queries";
import { RoleField } from "./role-field";

export function InviteDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("team");
  const common = useTranslations("common");
  const queryClient = useQueryClient();
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("viewer");
  const { mutate, isPending, error, data } = useSingleMutation({
    mutationFn: () => invitesApi.create({ email, role }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: TEAM_KEY }),
  });
  if (data) return <InviteLink invite={data} onClose={onClose} />;
  const problem = error instanceof ApiError ? error.fields["email"] : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mutate();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("dialog.title")}
      description={t("dialog.description", { days: INVITE_DAYS })}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button type="submit" form="invite" variant="primary" busy={isPending}>
            {t("dialog.submit")}
          </Button>
        </>
      }
    >
      <form id="invite" noValidate onSubmit={submit} className="flex flex-col gap-4">
        {error && !problem && <Banner tone="bad" title={error.message} live />}
        <Field label={t("dialog.email")} error={problem}>
          {(control) => (
            <Input
              {...control}
              type="email"
              value={email}
              onChange={({ target }) => setEmail(target.value)}
              autoComplete="off"
              data-autofocus
            />
          )}
        </Field>
        <RoleField value={role} onValueChange={setRole} />
      </form>
    </Dialog>
  );
}
