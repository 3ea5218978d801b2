import assert from "node:assert/strict";
import { test } from "node:test";
import { wipe } from "../src/wipe";

const use = (name: string, value: unknown): void => { Object.defineProperty(globalThis, name, { value, configurable: true }); };

test("ending the session takes all that the site keeps, even where some of it may not be touched", async () => {
  const gone: string[] = [];
  use("localStorage", { clear: () => { throw new Error("SecurityError"); } });
  use("sessionStorage", { clear: () => gone.push("session") });
  use("indexedDB", {
    databases: () => Promise.resolve([{ name: "runs", version: 1 }]),
    deleteDatabase: (name: string) => gone.push(name),
  });
  use("caches", { keys: () => Promise.resolve(["pages"]), delete: (name: string) => Promise.resolve(gone.push(name) > 0) });
  await wipe();
  assert.deepEqual(gone.sort(), ["pages", "runs", "session"]);
});

test("a browser without databases and caches has nothing of them to take", async () => {
  use("localStorage", { clear: () => undefined });
  use("sessionStorage", { clear: () => undefined });
  use("indexedDB", {});
  Reflect.deleteProperty(globalThis, "caches");
  await wipe();
});
