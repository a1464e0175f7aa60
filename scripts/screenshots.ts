/** `npm run screenshots`, or `npm run screenshots -- <screen> …`: pictures of every screen and state, to docs/screens/. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { chromium, type Browser } from "@playwright/test";
import prettier from "prettier";
import { CHROMIUM_ARGS } from "../e2e/chromium";
import { startProductOnServers } from "../lib/testing/product";
import { chromiumPath } from "./chromium.mjs";
import { ALL_SCREENS } from "./screenshots/all-screens";
import { indexOf } from "./screenshots/pictures-index";
import type { Screen } from "./screenshots/screen";
import { API_KEY, OWNER, seed, type Seeded } from "./screenshots/seed";
import { shoot, signIn } from "./screenshots/shoot";

const FOLDER = "docs/screens";

const names = process.argv.slice(2);
const unknown = names.find((name) => ALL_SCREENS.every((screen) => screen.name !== name));
if (unknown) {
  console.error(`There is no screen ${unknown}. There are: ${ALL_SCREENS.map(({ name }) => name).join(", ")}.`);
  process.exit(1);
}
const screens = ALL_SCREENS.filter(({ name }) => names.length === 0 || names.includes(name));

if (names.length === 0) rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const product = await startProductOnServers(
  { BOOTSTRAP_OWNER_EMAIL: OWNER.email, BOOTSTRAP_OWNER_PASSWORD: OWNER.password, BOOTSTRAP_API_KEY: API_KEY },
  { durable: false },
);
const browser = await chromium.launch({ executablePath: chromiumPath() ?? "chromium", args: CHROMIUM_ARGS });
try {
  await take(browser);
} finally {
  await browser.close();
  await product.stop();
}
const index = `${FOLDER}/README.md`;
const style = await prettier.resolveConfig(index);
writeFileSync(index, await prettier.format(indexOf(ALL_SCREENS, FOLDER), { ...style, filepath: index }));

async function take(browser: Browser): Promise<void> {
  const session = await signIn(browser, product.url);
  const nothing: Seeded = {
    ...{ webhooks: {}, failedDeliveryId: "", succeededDeliveryId: "", retriedDeliveryId: "" },
    inspector: { id: "", url: "" },
  };
  await takeThose(browser, { session, seeded: nothing, isEmpty: true });
  await takeThose(browser, { session, seeded: await seed(product.url, product.databaseUrl), isEmpty: false });
}

interface Taken {
  session: Awaited<ReturnType<typeof signIn>>;
  seeded: Seeded;
  isEmpty: boolean;
}

async function takeThose(browser: Browser, { session, seeded, isEmpty }: Taken): Promise<void> {
  const chosen = screens.flatMap((screen: Screen) =>
    screen.shots
      .filter(({ isOfEmptyAccount = false }) => isOfEmptyAccount === isEmpty)
      .map((shot) => ({ screen, shot })),
  );
  for (const { screen, shot } of chosen) {
    const problem = await shoot(browser, { screen, shot, seeded, session, url: product.url, folder: FOLDER });
    console.log(`${problem ? "–" : "✓"} ${screen.name}, ${shot.state}${problem ? `: ${problem}` : ""}`);
  }
}
