/**
 * Sidecar CX webhooks: body `{applicationID, webhookType, ...data}`, no signature; the Authorization header carries
 * exactly the value that was chosen for the webhook.
 */
import { commonHeaders, deliveryHeaders, type WireFormat } from "./format";

export const sidecar: WireFormat = {
  label: "Sidecar CX",
  description: "The data at the top level; an Authorization value of your choice.",
  verification: "There is no signature: Authorization carries exactly the value you chose.",
  retry: "sidecar",
  headerNames: ["Authorization"],
  bodyOf(event) {
    const envelope = { applicationID: event.webhookId, webhookType: event.type };
    const { data } = event;
    if (needsParsing(data)) return { body: JSON.stringify(Object.assign({ ...envelope }, JSON.parse(data), envelope)) };
    const head = JSON.stringify(envelope).slice(0, -1);
    return { body: data === "{}" ? `${head}}` : `${head},${data.slice(1)}` };
  },
  headersOf(event, _body, { authorization }) {
    if (authorization === undefined) throw new Error("the sidecar format needs an Authorization value");
    return [...commonHeaders(), ["Authorization", authorization], ...deliveryHeaders(event)];
  },
};

/**
 * Joining texts won't do where the data has one of the envelope's keys (a match deeper down costs only time), or where
 * it begins with an integer-like key: a parser moves those before all others, and canonical JSON has them in front.
 */
function needsParsing(data: string): boolean {
  return /^\{"\d/.test(data) || data.includes('"applicationID":') || data.includes('"webhookType":');
}
