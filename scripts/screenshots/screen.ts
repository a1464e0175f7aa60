/** What a picture is of. */
import type { Page } from "@playwright/test";
import type { Seeded } from "./seed";

export interface Shot {
  /** Its file's name after the screen's: "full", "no-match". */
  state: string;
  /** What is to be seen, for the index. */
  about: string;
  path: string | ((seeded: Seeded) => string);
  /** Taken before anything was created. */
  isOfEmptyAccount?: boolean;
  /** Before the page is opened: what the server says, or when. */
  before?: (page: Page) => Promise<void>;
  /** Once it is there: what is opened, typed, pointed at. Controls by role and name only, so that pictures outlive styling. */
  after?: (page: Page, seeded: Seeded) => Promise<void>;
}

export interface Screen {
  name: string;
  title: string;
  /** Needs nobody signed in. */
  isPublic?: boolean;
  shots: readonly Shot[];
}

/** The first page's data stay away, so that the browser has to ask for them. */
export async function withoutPrefetch(page: Page): Promise<void> {
  await page.route(
    (url) => url.pathname.startsWith("/settings"),
    async (route) => {
      if (route.request().resourceType() !== "document") return route.continue();
      const response = await route.fetch();
      const body = (await response.text()).replaceAll('\\"queryHash\\":\\"', '\\"queryHash\\":\\"not ');
      await route.fulfill({ response, body });
    },
  );
}

/** The API never answers these. */
export const neverAnswering = (path: RegExp) => async (page: Page) => {
  await withoutPrefetch(page);
  await page.route(path, () => new Promise<void>(() => undefined));
};

/** The API is out of order for these. */
export const failing = (path: RegExp) => async (page: Page) => {
  await withoutPrefetch(page);
  // One that isn't asked again: the picture is of what stands at the end.
  const error = { code: "conflict", message: "The server could not do that. It has been noted." };
  await page.route(path, (route) => route.fulfill({ status: 409, json: { error } }));
};
