const ROOT = "/settings/webhooks";

export const webhookHref = (id: string) => `${ROOT}/${id}`;
export const editHref = (id: string) => `${ROOT}/${id}/edit`;
export const deliveriesHref = (id: string) => `${ROOT}/logs?webhook=${id}`;
