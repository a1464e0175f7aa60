/** Inspectors, and the requests that they received. */
import type {
  InspectedRequest,
  InspectedRequestSummary,
  Inspector,
  SignatureCheck,
  CheckSignatureInput,
  CreateInspectorInput,
  UpdateInspectorInput,
} from "../core/inspector";
import { INSPECTED_REQUESTS_MAX } from "../core/inspector-limits";
import type { Page } from "../core/page";
import { call } from "./call";

const inspectorPath = (id: string, rest = "") => `/api/v1/inspectors/${encodeURIComponent(id)}${rest}`;
const inspectedPath = (id: string, requestId: string, rest = "") =>
  inspectorPath(id, `/requests/${encodeURIComponent(requestId)}${rest}`);

export const inspectorsApi = {
  list: () => call<Page<Inspector>>("/api/v1/inspectors"),
  get: (id: string) => call<Inspector>(inspectorPath(id)),
  create: (body: CreateInspectorInput) => call<Inspector>("/api/v1/inspectors", { method: "POST", body }),
  update: (id: string, body: UpdateInspectorInput) => call<Inspector>(inspectorPath(id), { method: "PATCH", body }),
  remove: (id: string) => call<undefined>(inspectorPath(id), { method: "DELETE" }),
  /** @param wait until the newest is another one than `unless` */
  requests: (id: string, wait: { unless?: string; waitSeconds?: number }, signal?: AbortSignal) =>
    call<Page<InspectedRequestSummary>>(inspectorPath(id, "/requests"), {
      query: { limit: INSPECTED_REQUESTS_MAX, ...wait },
      ...(signal ? { signal } : {}),
    }),
  request: (id: string, requestId: string) => call<InspectedRequest>(inspectedPath(id, requestId)),
  clear: (id: string) => call<undefined>(inspectorPath(id, "/requests"), { method: "DELETE" }),
  checkSignature: (id: string, requestId: string, body: CheckSignatureInput) =>
    call<SignatureCheck>(inspectedPath(id, requestId, "/signature"), { method: "POST", body }),
};
