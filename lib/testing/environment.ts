/** The variables of a test process. */
import { randomBytes } from "node:crypto";

export function testEnvironment({ databaseUrl, redisUrl }: { databaseUrl: string; redisUrl: string }) {
  return {
    NODE_ENV: "test",
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    AUTH_SECRET: randomBytes(32).toString("base64"),
    ENCRYPTION_KEYS: `test:${randomBytes(32).toString("base64")}`,
    DESTINATIONS: "local",
    LOG_LEVEL: "silent",
  };
}
