import assert from "node:assert/strict";
import { test } from "node:test";
import { hasExtension, textOf } from "../src/editor/source-file";

const LARGEST = 256 * 1024;

test("a source up to the limit is taken as it is", async () => {
  assert.equal(await textOf(new Blob(["writeln('Chào');\r\n"]), LARGEST), "writeln('Chào');\r\n");
  assert.equal((await textOf(new Blob(["a".repeat(LARGEST)]), LARGEST))?.length, LARGEST);
});

test("a source beyond the limit is not taken", async () => {
  assert.equal(await textOf(new Blob(["a".repeat(LARGEST + 1)]), LARGEST), null);
  // Bytes count, not letters.
  assert.equal(await textOf(new Blob(["ộ".repeat(LARGEST / 2)]), LARGEST), null);
});

test("a program is no source", async () => assert.equal(await textOf(new Blob(["\x7fELF\0\0"]), LARGEST), null));

test("the extension chooses the language, whatever its case", () => {
  assert.ok(hasExtension("bai1.PAS", ".pas .pp"));
  assert.ok(hasExtension("bai.1.pp", ".pas .pp"));
  assert.ok(!hasExtension("bai1.py", ".pas .pp"));
  assert.ok(!hasExtension("pas", ".pas .pp"));
  assert.ok(!hasExtension("", ""));
});
