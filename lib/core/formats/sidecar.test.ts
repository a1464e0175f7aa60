import { describe, expect, it } from "vitest";
import { EVENT, headersOf, KEYS, requestOf } from "../../testing/outgoing";
import vectors from "../testdata/signatures.json";

describe("sidecar", () => {
  it("sends the documented event as documented, byte for byte", () => {
    const request = requestOf("sidecar");
    expect(request.body).toBe(vectors.formats.sidecar.body);
    expect(headersOf(request)).toEqual({
      ...vectors.formats.sidecar.headers,
      "User-Agent": "OutboundWebhooks/1.0",
      "X-Webhook-Event-Id": EVENT.eventId,
      "X-Webhook-Delivery-Id": EVENT.deliveryId,
      "X-Webhook-Attempt": "1",
    });
  });

  const head = '{"applicationID":"wh_demo","webhookType":"message.received"';
  it.each([
    { what: "no data", data: "{}", body: `${head}}` },
    {
      what: "the envelope's keys in the data",
      data: '{"webhookType":1,"a":2,"applicationID":3}',
      body: `${head},"a":2}`,
    },
    { what: "only the envelope's keys", data: '{"applicationID":{"x":1}}', body: `${head}}` },
    {
      what: "the envelope's keys deeper down",
      data: '{"a":{"applicationID":1}}',
      body: `${head},"a":{"applicationID":1}}`,
    },
    { what: "the envelope's keys as values", data: '{"a":"applicationID"}', body: `${head},"a":"applicationID"}` },
    {
      what: "the envelope's keys within a text",
      data: '{"a":"\\"webhookType\\":1"}',
      body: `${head},"a":"\\"webhookType\\":1"}`,
    },
    {
      what: "integer-like keys, which parsers move to the front",
      data: '{"7":1,"a":2}',
      body: `{"7":1,${head.slice(1)},"a":2}`,
    },
    {
      what: "keys that only begin like an integer",
      data: '{"007":1,"4294967295":2}',
      body: `${head},"007":1,"4294967295":2}`,
    },
    {
      what: "keys of every object",
      data: '{"constructor":1,"toString":2}',
      body: `${head},"constructor":1,"toString":2}`,
    },
  ])("joins $what", ({ data, body }) => {
    expect(JSON.stringify(JSON.parse(data)), "canonical").toBe(data);
    expect(requestOf("sidecar", { data }).body).toBe(body);
  });

  it("is never sent without its Authorization value", () => {
    expect(() => requestOf("sidecar", {}, { secret: KEYS.secret })).toThrow("Authorization");
  });
});
