import assert from "node:assert/strict";
import { test } from "node:test";
import { chosen, hasExtension } from "../src/editor/source-file";

const LARGEST = 256 * 1024;

test("a source up to the limit is taken as it is", async () => {
  assert.deepEqual(await chosen(new Blob(["writeln('Chào');\r\n"]), LARGEST), { text: "writeln('Chào');\r\n" });
  assert.equal((await chosen(new Blob(["a".repeat(LARGEST)]), LARGEST))?.text?.length, LARGEST);
});

test("a source beyond the limit is not taken", async () => {
  assert.equal(await chosen(new Blob(["a".repeat(LARGEST + 1)]), LARGEST), null);
  // Bytes count, not letters.
  assert.equal(await chosen(new Blob(["ộ".repeat(LARGEST / 2)]), LARGEST), null);
});

test("a program is no source", async () => assert.equal(await chosen(new Blob(["\x7fELF\0\0"]), LARGEST), null));

test("a source in an old encoding is kept as a file and never becomes text", async () => {
  const tcvn3 = new Uint8Array([0x7b, 0x20, 0x54, 0xae, 0x6e, 0x20, 0xb5, 0x20, 0x7d]);
  assert.deepEqual(await chosen(new Blob([tcvn3]), LARGEST), { text: null });
  // Half a sign of UTF-8 at the end.
  assert.deepEqual(await chosen(new Blob([new Uint8Array([0x61, 0xc3])]), LARGEST), { text: null });
});

test("a byte order mark is no part of the text", async () =>
  assert.deepEqual(await chosen(new Blob(["\uFEFFbegin end."]), LARGEST), { text: "begin end." }));

test("text in UTF-16 is not taken, with its mark or without", async () => {
  assert.equal(await chosen(new Blob([new Uint8Array([0x62, 0, 0x65, 0])]), LARGEST), null);
  assert.equal(await chosen(new Blob([new Uint8Array([0xff, 0xfe, 0x1e, 0x1e])]), LARGEST), null);
});

test("the extension chooses the language, whatever its case", () => {
  assert.ok(hasExtension("bai1.PAS", ".pas .pp"));
  assert.ok(hasExtension("bai.1.pp", ".pas .pp"));
  assert.ok(!hasExtension("bai1.py", ".pas .pp"));
  assert.ok(!hasExtension("pas", ".pas .pp"));
  assert.ok(!hasExtension("", ""));
});
