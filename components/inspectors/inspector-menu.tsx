"use client";

import { Eraser, MoreHorizontal, Pencil, Trash2, Webhook } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useMay } from "@/components/account/viewer";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import type { Inspector } from "@/lib/core/inspector";
import { ClearRequests } from "./clear-requests";
import { DeleteInspector } from "./delete-inspector";
import { webhookToHref } from "./paths";
import { RenameInspector } from "./rename-inspector";

interface Props {
  inspector: Inspector;
  onDeleted?: (() => void) | undefined;
}

/** What can be done with it. Whoever only reads gets nothing. */
export function InspectorMenu({ inspector, onDeleted }: Props) {
  const t = useTranslations("inspectors");
  const mayWrite = useMay("webhooks:write");
  const [open, setOpen] = useState<"rename" | "clear" | "delete">();
  const close = () => setOpen(undefined);
  if (!mayWrite) return null;
  return (
    <>
      <Menu
        trigger={
          <IconButton label={t("list.actionsFor", { title: inspector.title })}>
            <MoreHorizontal />
          </IconButton>
        }
      >
        <MenuItem icon={<Webhook aria-hidden />} href={webhookToHref(inspector.url, inspector.title)}>
          {t("createWebhook")}
        </MenuItem>
        <MenuItem icon={<Pencil aria-hidden />} onSelect={() => setOpen("rename")}>
          {t("rename.item")}
        </MenuItem>
        <MenuItem icon={<Eraser aria-hidden />} onSelect={() => setOpen("clear")}>
          {t("clear.item")}
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon={<Trash2 aria-hidden />} danger onSelect={() => setOpen("delete")}>
          {t("remove.item")}
        </MenuItem>
      </Menu>
      {open === "rename" && <RenameInspector inspector={inspector} onClose={close} />}
      {open === "clear" && <ClearRequests inspector={inspector} onClose={close} />}
      {open === "delete" && <DeleteInspector inspector={inspector} onClose={close} onDeleted={onDeleted} />}
    </>
  );
}
