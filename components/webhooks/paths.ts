const ROOT = "/settings/webhooks";

export const webhookHref = (id: string) => `${ROOT}/${id}`;
export const editHref = (id: string) => `${ROOT}/${id}/edit`;
/** What didn't arrive, or not yet. */
export const failuresHref = (id: string) => `${deliveriesHref(id)}&status=failed,pending`;
export const heldHref = (id: string) => `${deliveriesHref(id)}&status=held`;
/** What a bulk retry or a replay has touched. */
export const redeliveryHref = (id: string) => `${ROOT}/logs?redelivery=${id}`;
export const deliveriesHref = (id: string) => `${ROOT}/logs?webhook=${id}`;
