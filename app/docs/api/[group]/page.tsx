import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { GroupPage } from "@/components/reference/group-page";
import { apiReference } from "@/lib/api/reference";
import { docsContext } from "../../docs-context";

interface Props {
  params: Promise<{ group: string }>;
}

const find = (slug: string) => apiReference().find((group) => group.slug === slug);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const group = find((await params).group);
  return group ? { title: `API: ${group.name}`, description: group.description } : {};
}

export default async function ApiGroupPage({ params }: Props) {
  const group = find((await params).group);
  if (!group) notFound();
  const { origin } = await docsContext();
  return <GroupPage group={group} origin={origin} />;
}
