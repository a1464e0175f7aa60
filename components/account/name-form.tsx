"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useRef, useState, type FormEvent } from "react";
import { useTranslations } from "use-intl";
import { useSingleMutation } from "@/components/use-single-mutation";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { useTypedBefore } from "@/components/ui/use-typed-before";
import { ApiError } from "@/lib/api-client/api-error";
import type { Account } from "@/lib/core/account";
import { accountQuery } from "./queries";

interface Props {
  label: string;
  hint: string;
  /** As it is stored. */
  name: string;
  autoComplete: "name" | "organization";
  submit: string;
  onSave: (name: string) => Promise<Account>;
}

export function NameForm({ label, hint, name, autoComplete, submit, onSave }: Props) {
  const t = useTranslations("account");
  const queryClient = useQueryClient();
  const router = useRouter();
  const [draft, setDraft] = useState(name);
  const input = useRef<HTMLInputElement>(null);
  useTypedBefore(input, draft, setDraft);
  const { mutate, isPending, error } = useSingleMutation({
    mutationFn: () => onSave(draft),
    onSuccess: (saved) => {
      queryClient.setQueryData(accountQuery().queryKey, saved);
      setDraft((text) => text.trim());
      toast.success(t("saved"));
      // The shell names it, too.
      router.refresh();
    },
  });
  const problem = error instanceof ApiError ? (error.fields["name"] ?? error.message) : error?.message;
  const save = (event: FormEvent) => {
    event.preventDefault();
    mutate();
  };
  return (
    <form noValidate onSubmit={save} className="flex flex-wrap items-end gap-x-2 gap-y-3">
      <Field label={label} hint={hint} error={problem} className="flex-1 basis-64">
        {(control) => (
          <Input
            {...control}
            ref={input}
            value={draft}
            onChange={({ target }) => setDraft(target.value)}
            autoComplete={autoComplete}
            maxLength={200}
          />
        )}
      </Field>
      <Button type="submit" busy={isPending} disabled={draft.trim() === name} className="sm:mb-5.5">
        {submit}
      </Button>
    </form>
  );
}
