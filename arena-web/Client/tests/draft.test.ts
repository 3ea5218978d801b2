import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { anyDrafts, draftOf, languageOfDraft, savedHere } from "../src/editor/draft";

/** Keys are properties, as those of a browser's storage are. */
class Storage {
  getItem(key: string): string | null { return (this as unknown as Record<string, string>)[key] ?? null; }
  setItem(key: string, value: string): void { (this as unknown as Record<string, string>)[key] = value; }
  removeItem(key: string): void { delete (this as unknown as Record<string, string>)[key]; }
}

const use = (storage: unknown): void => { Object.defineProperty(globalThis, "localStorage", { value: storage, configurable: true }); };

beforeEach(() => use(new Storage()));

test("a draft is kept for its place and its language", () => {
  draftOf("tin-1/7/a", "pascal").save("begin end.");
  assert.equal(draftOf("tin-1/7/a", "pascal").load(), "begin end.");
  assert.equal(draftOf("tin-1/7/a", "python").load(), null);
  assert.equal(draftOf("tin-1/8/a", "pascal").load(), null);
});

test("the language of the last draft is remembered", () => {
  draftOf("tin-1/7/a", "pascal").save("begin end.");
  draftOf("tin-1/7/a", "python").save("print()");
  assert.equal(languageOfDraft("tin-1/7/a"), "python");
  assert.equal(languageOfDraft("tin-1/7/b"), null);
});

test("an emptied editor keeps no draft", () => {
  draftOf("tin-1/7/a", "pascal").save("begin end.");
  draftOf("tin-1/7/a", "pascal").save("");
  assert.equal(anyDrafts(), false);
});

test("what else the site keeps is no draft", () => {
  localStorage.setItem("theme", "dark");
  assert.equal(anyDrafts(), false);
  draftOf("tin-1/7/b", "c").save("int main() {}");
  assert.equal(anyDrafts(), true);
});

test("a storage that is full or forbidden loses the draft and nothing else", () => {
  const refuse = () => { throw new Error("QuotaExceededError"); };
  use({ getItem: refuse, setItem: refuse, removeItem: refuse });
  draftOf("tin-1/7/a", "pascal").save("begin end.");
  assert.equal(draftOf("tin-1/7/a", "pascal").load(), null);
  assert.equal(languageOfDraft("tin-1/7/a"), null);
});

test("that this PC has kept a text is no news once the server has answered", () => {
  assert.equal(savedHere("no", true), "here");
  assert.equal(savedHere("server", true), "server");
  assert.equal(savedHere("unsaved", true), "unsaved");
  assert.equal(savedHere("server", false), "no");
});
