import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { List, ListRow } from "@/components/ui/list-row";
import { Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import type { ApiKey } from "@/lib/core/api-key";
import { SCOPE_NAMES } from "./scopes";

interface Props {
  apiKeys: readonly ApiKey[];
  onRevoke: (key: ApiKey) => void;
}

export function ApiKeysTable({ apiKeys, onRevoke }: Props) {
  const t = useTranslations("account.keys");
  const mayOf = ({ scopes }: ApiKey) => scopes.map((scope) => t(`shortScopes.${SCOPE_NAMES[scope]}`)).join(", ");
  const revoke = (apiKey: ApiKey) => (
    <Button size="sm" onClick={() => onRevoke(apiKey)} aria-label={t("revokeNamed", { name: apiKey.name })}>
      {t("revoke")}
    </Button>
  );
  return (
    <>
      <Table label={t("title")} className="max-sm:hidden">
        <TableHead>
          <Th>{t("name")}</Th>
          <Th>{t("key")}</Th>
          <Th className="max-lg:hidden">{t("may")}</Th>
          <Th>{t("lastUsed")}</Th>
          <Th className="max-md:hidden">{t("created")}</Th>
          <Th>
            <span className="sr-only">{t("actions")}</span>
          </Th>
        </TableHead>
        <tbody>
          {apiKeys.map((apiKey) => (
            <Tr key={apiKey.id}>
              <Td className="w-full max-w-0 min-w-32 truncate font-medium">{apiKey.name}</Td>
              <Td>
                <Tag>…{apiKey.lastFour}</Tag>
              </Td>
              <Td className="whitespace-nowrap text-ink-2 max-lg:hidden" title={apiKey.scopes.join(", ")}>
                {mayOf(apiKey)}
              </Td>
              <Td className="text-ink-2">{apiKey.lastUsedAt ? <Time value={apiKey.lastUsedAt} /> : t("never")}</Td>
              <Td className="text-ink-2 max-md:hidden">
                <Time value={apiKey.createdAt} />
              </Td>
              <Td>{revoke(apiKey)}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
      <List label={t("title")} className="sm:hidden">
        {apiKeys.map((apiKey) => (
          <ListRow
            key={apiKey.id}
            title={apiKey.name}
            aside={<Tag>…{apiKey.lastFour}</Tag>}
            detail={<LastUsed at={apiKey.lastUsedAt} />}
            trailing={revoke(apiKey)}
          />
        ))}
      </List>
    </>
  );
}

function LastUsed({ at }: { at: string | null }) {
  const t = useTranslations("account.keys");
  return at ? t.rich("lastUsedAt", { time: () => <Time value={at} /> }) : t("neverUsed");
}
