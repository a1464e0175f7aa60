import { expect, test } from "@playwright/test";
import { startReceiver, type Receiver } from "../lib/testing/documented-receiver";
import { seededRandom } from "../lib/testing/random";
import { schemaChecker } from "../lib/testing/schema-checker";
import { api, deleteAllWebhooks } from "./api";
import { call, deleteWhatIsBounded, makeThings, operationsOf, readDocument, type Called } from "./contract";
import { requestMaker } from "./random-requests";

/** Of each operation; `FUZZED=1000` looks further. */
const FUZZED = Number(process.env["FUZZED"] ?? 20);
const AT_ONCE = 10;

let receiver: Receiver;
test.beforeEach(async () => {
  receiver = await startReceiver();
  await deleteAllWebhooks();
  await deleteWhatIsBounded();
});
test.afterEach(async () => {
  await receiver.close();
  await endRedeliveries();
  await deleteAllWebhooks();
  await deleteWhatIsBounded();
});

async function endRedeliveries(): Promise<void> {
  const { body } = await api("GET", "/redeliveries?status=running,paused&limit=200");
  for (const { id } of body.data) await api("POST", `/redeliveries/${id}/cancel`);
}

async function newIds({ path }: Called): Promise<Record<string, string>> {
  const things = makeThings(receiver.url);
  const ids: Record<string, string> = {};
  for (const [, name = ""] of path.matchAll(/\{(\w+)\}/g)) ids[name] = (await things[name]?.(ids)) ?? "";
  return ids;
}

test("every operation succeeds with each of its examples, and answers as the document says", async () => {
  test.setTimeout(240_000);
  const document = await readDocument();
  const checker = schemaChecker(document);
  for (const operation of operationsOf(document)) {
    const bodies = operation.body ? Object.values(operation.body.examples) : [undefined];
    for (const example of bodies) {
      const ids = await newIds(operation);
      const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? "");
      // Where an example leads to, this machine's receiver stands: nothing leaves it.
      const body = example && JSON.stringify(example.value).replaceAll("https://crm.example.com/webhook", receiver.url);
      const answer = await call({ method: operation.method, path, body });
      const what = `${operation.id} ${body ?? ""} ${JSON.stringify(answer.body)}`;
      expect(answer.status, what).toBeLessThan(300);
      expect([...operation.answers.keys()], what).toContain(answer.status);
      const schema = operation.answers.get(answer.status);
      if (schema) expect(checker.problemsOf(schema, answer.body), what).toEqual([]);
      else expect(answer.body, what).toBeUndefined();
      for (const header of ["x-request-id", "ratelimit-limit", "ratelimit-remaining", "ratelimit-reset"]) {
        expect(answer.headers.get(header), `${operation.id}: ${header}`).toBeTruthy();
      }
    }
  }
});

test("no random request gets a 500, or an answer that the document doesn't tell of", async () => {
  test.setTimeout(600_000);
  const random = seededRandom(Number(process.env["FUZZ_SEED"] ?? 20_260_325));
  console.log(`fuzzing with FUZZ_SEED=${random.seed}`);
  const document = await readDocument();
  const checker = schemaChecker(document);
  const make = requestMaker(random, document);
  const seen: string[] = [];
  for (const operation of operationsOf(document)) {
    const ids = await newIds(operation);
    const statuses = new Map<number, number>();
    for (let i = 0; i < FUZZED; i += AT_ONCE) {
      const sent = Array.from({ length: AT_ONCE }, () => make.next(operation, ids));
      const answers = await Promise.all(sent.map((request) => call(request)));
      for (const [index, { status, body }] of answers.entries()) {
        const what = `${JSON.stringify(sent[index]).slice(0, 2_000)} → ${status} ${String(JSON.stringify(body)).slice(0, 500)}`;
        expect(status, what).toBeLessThan(500);
        expect([...operation.answers.keys()], what).toContain(status);
        const schema = operation.answers.get(status);
        if (schema) expect(checker.problemsOf(schema, body), what).toEqual([]);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    }
    seen.push(`${operation.id}: ${[...statuses].map(([status, count]) => `${count} × ${status}`).join(", ")}`);
    await endRedeliveries();
    // Or else each event that comes by chance goes to all of them.
    await deleteAllWebhooks();
  }
  console.log(seen.join("\n"));
});
