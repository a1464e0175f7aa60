import { Button } from "@/components/ui/button";
import { List, ListRow } from "@/components/ui/list-row";
import { Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import type { ApiKey } from "@/lib/core/api-key";

interface Props {
  apiKeys: readonly ApiKey[];
  onRevoke: (key: ApiKey) => void;
}

export function ApiKeysTable({ apiKeys, onRevoke }: Props) {
  const revoke = (apiKey: ApiKey) => (
    <Button size="sm" onClick={() => onRevoke(apiKey)} aria-label={`Revoke ${apiKey.name}`}>
      Revoke
    </Button>
  );
  return (
    <>
      <Table label="API keys" className="max-sm:hidden">
        <TableHead>
          <Th>Name</Th>
          <Th>Key</Th>
          <Th className="max-lg:hidden">May</Th>
          <Th>Last used</Th>
          <Th className="max-md:hidden">Created</Th>
          <Th>
            <span className="sr-only">Actions</span>
          </Th>
        </TableHead>
        <tbody>
          {apiKeys.map((apiKey) => (
            <Tr key={apiKey.id}>
              <Td className="w-full max-w-0 min-w-32 truncate font-medium">{apiKey.name}</Td>
              <Td>
                <Tag>…{apiKey.lastFour}</Tag>
              </Td>
              <Td className="whitespace-nowrap text-ink-2 max-lg:hidden">{apiKey.scopes.join(", ")}</Td>
              <Td className="text-ink-2">{apiKey.lastUsedAt ? <Time value={apiKey.lastUsedAt} /> : "never"}</Td>
              <Td className="text-ink-2 max-md:hidden">
                <Time value={apiKey.createdAt} />
              </Td>
              <Td>{revoke(apiKey)}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
      <List label="API keys" className="sm:hidden">
        {apiKeys.map((apiKey) => (
          <ListRow
            key={apiKey.id}
            title={apiKey.name}
            aside={<Tag>…{apiKey.lastFour}</Tag>}
            detail={<>Last used {apiKey.lastUsedAt ? <Time value={apiKey.lastUsedAt} /> : "never"}</>}
            trailing={revoke(apiKey)}
          />
        ))}
      </List>
    </>
  );
}
