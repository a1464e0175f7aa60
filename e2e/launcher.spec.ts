import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { launchProduct, processesWith, startProduct } from "../lib/testing/product";
import { freePort } from "../scripts/embedded/free-port.mjs";

let folder: string;
let env: { PORT: string; DATA_DIR: string };

test.beforeEach(async () => {
  test.setTimeout(240_000);
  folder = mkdtempSync(path.join(os.tmpdir(), "webhooks-launcher-"));
  env = { PORT: String(await freePort()), DATA_DIR: path.join(folder, "data") };
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("the printed link creates the owner, once; Ctrl-C leaves no process; data survives a restart", async ({
  page,
}) => {
  const product = await startProduct(env);
  const link = /http:\/\/\S+\/setup\?token=\S+/.exec(product.output())?.[0] ?? "";
  await page.goto(link);
  await page.getByLabel("Account name").fill("Acme");
  await page.getByLabel("E-mail").fill("owner@acme.example");
  await page.getByLabel("Password").fill("short");
  await page.getByRole("button", { name: "Create owner" }).click();
  await expect(page.getByText("Use at least 12 characters.")).toBeVisible();
  await page.getByLabel("Password").fill("a long enough password");
  await page.getByRole("button", { name: "Create owner" }).click();
  await expect(page.getByRole("heading", { name: "No webhooks yet" })).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This link doesn't work any more" })).toBeVisible();

  expect(await product.stop()).toBe(0);
  expect(processesWith(folder)).toEqual([]);

  const again = await startProduct(env);
  expect(again.output()).not.toContain("/setup?token=");
  await page.goto(`${again.url}/settings/webhooks`);
  await expect(page.getByRole("heading", { name: "No webhooks yet" })).toBeVisible();
  expect(await again.stop()).toBe(0);
});

test("after kill -9 of the launcher, a new start recovers", async () => {
  const product = await startProduct(env);
  product.launcher.kill("SIGKILL");
  await expect.poll(product.hasEnded).toBe(true);
  const again = await startProduct(env);
  expect((await fetch(`${again.url}/api/ready`)).status).toBe(200);
  expect(await again.stop()).toBe(0);
  await expect.poll(() => processesWith(folder)).toEqual([]);
});

test("a port in use is one clear line and exit 1", async () => {
  const server = http.createServer().listen(0, "127.0.0.1");
  await expect.poll(() => server.listening).toBe(true);
  const { port } = server.address() as AddressInfo;
  const product = launchProduct({ ...env, PORT: String(port) });
  await expect.poll(product.hasEnded, { timeout: 30_000 }).toBe(true);
  expect(product.launcher.exitCode).toBe(1);
  expect(product.output()).toContain(String(port));
  server.close();
});

test("a broken data folder is one clear line and exit 1", async () => {
  writeFileSync(env.DATA_DIR, "not a folder");
  const product = launchProduct(env);
  await expect.poll(product.hasEnded, { timeout: 30_000 }).toBe(true);
  expect(product.launcher.exitCode).toBe(1);
  expect(product.output()).toContain(env.DATA_DIR);
});

test("a bad variable is named in one line, and everything is stopped", async () => {
  const product = launchProduct({ ...env, DESTINATIONS: "everywhere" });
  await expect.poll(product.hasEnded, { timeout: 60_000 }).toBe(true);
  expect(product.launcher.exitCode).toBe(1);
  expect(product.output()).toContain("DESTINATIONS");
  await expect.poll(() => processesWith(folder)).toEqual([]);
});
