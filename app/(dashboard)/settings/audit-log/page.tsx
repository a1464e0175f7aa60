import type { Metadata } from "next";
import { AuditScreen } from "@/components/audit/audit-screen";
import { translator } from "@/lib/locale";

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator("audit");
  return { title: t("title") };
}

/** Nothing is read ahead: which days are meant, only the reader's zone tells. */
export default function AuditLogPage() {
  return <AuditScreen />;
}
