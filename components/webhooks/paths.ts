import type { WebhookAction } from "./action";

const ROOT = "/settings/webhooks";

export const webhookHref = (id: string) => `${ROOT}/${id}`;
/** The panel on the webhook's page. */
export const HEALTH_ID = "health";
export const healthHref = (id: string) => `${webhookHref(id)}#${HEALTH_ID}`;
/** The form for a new one, filled in from this one. */
export const duplicateHref = (id: string) => `${ROOT}/new?from=${id}`;
/** The webhook's page, where the action begins by itself. */
export const actionHref = (id: string, action: WebhookAction) => `${webhookHref(id)}?action=${action}`;
export const editHref = (id: string) => `${ROOT}/${id}/edit`;
/** What didn't arrive, or not yet. */
export const failuresHref = (id: string) => `${deliveriesHref(id)}&status=failed,pending`;
/** The panel on the webhook's page that says how attempts failed. */
export const FAILURES_ID = "failures";
export const failureGroupsHref = (id: string) => `${webhookHref(id)}#${FAILURES_ID}`;
export const heldHref = (id: string) => `${deliveriesHref(id)}&status=held`;
/** What ended so at its latest attempt, and hasn't arrived. */
export const resultHref = (id: string, result: string) =>
  `${deliveriesHref(id)}&${/^\d+$/.test(result) ? "code" : "error"}=${result}`;
/** What a bulk retry or a replay has touched. */
export const redeliveryHref = (id: string) => `${ROOT}/logs?redelivery=${id}`;
export const deliveriesHref = (id: string) => `${ROOT}/logs?webhook=${id}`;
/** The debugger of signatures, with what was sent as a delivery. */
export const debugHref = (id: string, deliveryId: string) => `${webhookHref(id)}?tab=verify&delivery=${deliveryId}`;
/** A built-in receiver, and what has arrived there. */
export const inspectorHref = (id: string) => `/settings/inspectors/${id}`;
