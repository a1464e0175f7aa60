/** F6: one idempotency key, fifty publishes at once: one event. */
import { exactly, fault, none } from "../fault";

export const oneKey = fault({
  id: "F6",
  title: "50 publishes at once with one idempotency key",
  withinMs: 180_000,
  sizes: { full: { keys: 200, parallel: 50 }, short: { keys: 10, parallel: 50 } },
  async run(scene, { keys, parallel }) {
    const { type } = await scene.addWebhook();
    const statuses: number[] = [];
    let differing = 0;
    for (let key = 0; key < keys; key++) {
      const answers = await Promise.all(
        Array.from({ length: parallel }, () =>
          scene.api("POST", "/events", { type, data: { key } }, { "Idempotency-Key": `key-${key}` }),
        ),
      );
      statuses.push(...answers.map(({ status }) => status));
      if (new Set(answers.map(({ body }) => body["id"])).size !== 1) differing++;
    }
    const { rows } = await scene.db.query<{ events: number; deliveries: number }>(
      "SELECT (SELECT count(*)::int FROM events) AS events, (SELECT count(*)::int FROM deliveries) AS deliveries",
    );
    return [
      exactly("events", rows[0]?.events ?? 0, keys),
      exactly("deliveries", rows[0]?.deliveries ?? 0, keys),
      none("5xx", statuses.filter((status) => status >= 500).length),
      none(`not 202 of ${statuses.length}`, statuses.filter((status) => status !== 202).length),
      none("keys with different answers", differing),
    ];
  },
});
