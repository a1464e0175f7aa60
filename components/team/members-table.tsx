import { useTranslations } from "use-intl";
import { List, ListRow } from "@/components/ui/list-row";
import { Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { Member } from "@/lib/core/member";
import { MemberMenu } from "./member-menu";
import { Person } from "./person";

interface Props {
  members: readonly Member[];
  onChangeRole: (member: Member) => void;
  onRemove: (member: Member) => void;
}

export function MembersTable({ members, onChangeRole, onRemove }: Props) {
  const t = useTranslations("team");
  const roles = useTranslations("shell.roles");
  const isLastOwner = ({ role }: Member) =>
    role === "owner" && members.filter((its) => its.role === "owner").length === 1;
  const menu = (member: Member) => (
    <MemberMenu
      member={member}
      isLastOwner={isLastOwner(member)}
      onChangeRole={() => onChangeRole(member)}
      onRemove={() => onRemove(member)}
    />
  );
  const lastSeen = ({ lastSeenAt }: Member) => (lastSeenAt ? <Time value={lastSeenAt} /> : t("never"));
  return (
    <>
      <Table label={t("members")} className="max-sm:hidden">
        <TableHead>
          <Th>{t("person")}</Th>
          <Th>{t("role")}</Th>
          <Th>{t("lastSeen")}</Th>
          <Th className="max-md:hidden">{t("joined")}</Th>
          <Th>
            <span className="sr-only">{t("actions")}</span>
          </Th>
        </TableHead>
        <tbody>
          {members.map((member) => (
            <Tr key={member.id}>
              <Td className="w-full max-w-0 min-w-48">
                <Person {...member} />
              </Td>
              <Td className="whitespace-nowrap" title={t(`roles.${member.role}`)}>
                {roles(member.role)}
              </Td>
              <Td className="whitespace-nowrap text-ink-2">{lastSeen(member)}</Td>
              <Td className="text-ink-2 max-md:hidden">
                <Time value={member.joinedAt} format="date" />
              </Td>
              <Td>{menu(member)}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
      <List label={t("members")} className="sm:hidden">
        {members.map((member) => (
          <ListRow
            key={member.id}
            title={member.email}
            aside={roles(member.role)}
            detail={[member.name, member.isYou && t("you")].filter(Boolean).join(" · ")}
            detailAside={lastSeen(member)}
            trailing={menu(member)}
          />
        ))}
      </List>
    </>
  );
}
