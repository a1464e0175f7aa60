const ROOT = "/settings/inspectors";

export const inspectorsHref = ROOT;
export const inspectorHref = (id: string) => `${ROOT}/${id}`;
/** The form of a new webhook, with this URL in it. */
export const webhookToHref = (url: string, title: string) =>
  `/settings/webhooks/new?${new URLSearchParams({ url, title })}`;
/** In the log, with its sheet open. */
export const deliveryHref = (id: string) => `/settings/webhooks/logs?delivery=${id}`;
