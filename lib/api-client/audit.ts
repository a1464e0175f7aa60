/** The audit log. */
import type { AuditPage } from "../core/audit-log";
import type { PageQuery } from "./page-query";
import { call } from "./call";

export interface AuditFilters {
  actor?: string | undefined;
  target?: string | undefined;
  action?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

export const auditApi = {
  list: (query: PageQuery & AuditFilters, signal?: AbortSignal) =>
    call<AuditPage>("/api/v1/audit-log", { query: { ...query }, ...(signal ? { signal } : {}) }),
};
