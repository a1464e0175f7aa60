"use client";

import { useTranslations } from "use-intl";
import { CopyButton } from "@/components/ui/copy-button";
import { Link } from "@/components/ui/link";
import { List, ListRow } from "@/components/ui/list-row";
import { Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { useFormats } from "@/components/ui/use-formats";
import { webhookHref } from "@/components/webhooks/paths";
import type { Inspector } from "@/lib/core/inspector";
import { AnswerWords } from "./answer-words";
import { InspectorMenu } from "./inspector-menu";
import { inspectorHref } from "./paths";

export function InspectorsTable({ inspectors }: { inspectors: readonly Inspector[] }) {
  const t = useTranslations("inspectors.list");
  const { number } = useFormats();
  return (
    <>
      <Table label={t("label")} className="max-md:hidden">
        <TableHead>
          <Th>{t("name")}</Th>
          <Th>{t("answer")}</Th>
          <Th>{t("senders")}</Th>
          <Th numeric>{t("requests")}</Th>
          <Th>{t("last")}</Th>
          <Th>
            <span className="sr-only">{t("actions")}</span>
          </Th>
        </TableHead>
        <tbody>
          {inspectors.map((inspector) => (
            <Tr key={inspector.id}>
              <Td className="w-full max-w-0 min-w-40">
                <Link
                  href={inspectorHref(inspector.id)}
                  className="block truncate rounded-sm font-medium hover:underline"
                >
                  {inspector.title}
                </Link>
                <span className="flex items-center gap-1">
                  <span className="min-w-0 truncate font-mono text-xs text-ink-3">{inspector.url}</span>
                  <CopyButton value={inspector.url} label={t("copyAddress")} iconOnly size="sm" variant="ghost" />
                </span>
              </Td>
              <Td className="whitespace-nowrap">
                <AnswerWords answer={inspector.answer} />
              </Td>
              <Td className="max-w-48">
                <Senders inspector={inspector} />
              </Td>
              <Td numeric>{number(inspector.requestCount)}</Td>
              <Td className="whitespace-nowrap text-ink-2">
                {inspector.lastRequestAt ? <Time value={inspector.lastRequestAt} /> : t("never")}
              </Td>
              <Td>
                <InspectorMenu inspector={inspector} />
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
      <List label={t("label")} className="md:hidden">
        {inspectors.map((inspector) => (
          <ListRow
            key={inspector.id}
            href={inspectorHref(inspector.id)}
            title={inspector.title}
            aside={<AnswerWords answer={inspector.answer} />}
            detail={t("count", { count: inspector.requestCount })}
            detailAside={inspector.lastRequestAt ? <Time value={inspector.lastRequestAt} /> : t("never")}
            trailing={<InspectorMenu inspector={inspector} />}
          />
        ))}
      </List>
    </>
  );
}

function Senders({ inspector: { webhooks } }: { inspector: Inspector }) {
  const t = useTranslations("inspectors.list");
  const [first, ...rest] = webhooks;
  if (!first) return <span className="text-ink-3">{t("nobody")}</span>;
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <Link href={webhookHref(first.id)} className="min-w-0 truncate rounded-sm text-accent hover:underline">
        {first.title}
      </Link>
      {rest.length > 0 && <Tag className="shrink-0">+{rest.length}</Tag>}
    </span>
  );
}
