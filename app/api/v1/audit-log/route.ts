import { listAuditLog } from "@/lib/accounts/audit-log";
import { auditQuerySchema } from "@/lib/core/audit-log";
import { api, json, methods } from "@/lib/http";

const get = api(async ({ actor, query }) => json(await listAuditLog(actor, auditQuerySchema.parse(query()))));

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get });
