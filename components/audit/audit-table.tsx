import { useTranslations } from "use-intl";
import { Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { AuditEntry } from "@/lib/core/audit-log";
import { AuditActor } from "./audit-actor";
import { AuditTarget } from "./audit-target";

export function AuditTable({ entries }: { entries: readonly AuditEntry[] }) {
  const t = useTranslations("audit");
  return (
    <>
      <Table label={t("title")} className="max-sm:hidden">
        <TableHead>
          <Th>{t("when")}</Th>
          <Th>{t("who")}</Th>
          <Th>{t("what")}</Th>
          <Th>{t("target")}</Th>
          <Th className="max-lg:hidden">{t("address")}</Th>
        </TableHead>
        <tbody>
          {entries.map((entry) => (
            <Tr key={entry.id} compact className="group">
              <Td className="whitespace-nowrap text-ink-2">
                <Time value={entry.at} format="exact" millis />
              </Td>
              <Td className="w-1/4 max-w-0 min-w-40">
                <AuditActor actor={entry.actor} />
              </Td>
              <Td className="whitespace-nowrap">{t(`actions.${entry.action}`)}</Td>
              <Td className="w-2/5 max-w-0 min-w-48">
                <AuditTarget target={entry.target} />
              </Td>
              <Td className="font-mono text-sm whitespace-nowrap text-ink-2 max-lg:hidden">
                {entry.address ?? t("unknown")}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
      <ul aria-label={t("title")} className="overflow-hidden rounded-lg border bg-panel sm:hidden">
        {entries.map((entry) => (
          <li key={entry.id} className="border-b border-line-2 px-3 py-2 last:border-0">
            <p className="font-medium">{t(`actions.${entry.action}`)}</p>
            <AuditTarget target={entry.target} />
            <div className="flex min-w-0 flex-wrap gap-x-2 text-sm text-ink-3">
              <Time value={entry.at} format="exact" millis />
              <AuditActor actor={entry.actor} />
              {entry.address && <span className="font-mono">{entry.address}</span>}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
