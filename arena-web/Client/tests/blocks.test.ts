import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as Blockly from "blockly/core";
import * as message from "blockly/msg/en";
import { blocks, optionsOf } from "../src/puzzles/blocks";
import { definitions, startOf, toolbox } from "../src/puzzles/definitions";
import type { Level } from "../src/puzzles/level";
import { inReadingOrder, type Program } from "../src/puzzles/program";
import vietnamese from "../src/puzzles/blockly.vi.json";

const english = message as unknown as Record<string, string>;

/** Names of keys and signs: the same in both languages. */
const alike = new Set(["ALT_KEY", "BACKSPACE_KEY", "CAPS_LOCK_KEY", "COMMAND_KEY", "CONTEXT_MENU_KEY", "CONTROL_KEY", "END_KEY", "ENTER_KEY", "HOME_KEY",
  "INSERT_KEY", "PAGE_DOWN_KEY", "PAGE_UP_KEY", "PAUSE_KEY", "SHIFT_KEY", "TAB_KEY", "DELETE_KEY"]);

const level = (tools: string[], more: Partial<Level> = {}): Level =>
  ({ tools, worlds: [], hidden: 0, win: [], hints: [], sentences: {}, start: null, free: false, ...more }) as unknown as Level;

/** Blockly keeps an old copy of each shadow as XML, which nothing here reads: an element that forgets. */
const element = () => ({ setAttribute: () => undefined, appendChild: (child: unknown) => child, firstElementChild: null });
const forgetful = { createElementNS: element, createTextNode: element };
Blockly.setLocale(vietnamese);
Blockly.utils.xml.injectDependencies({ document: forgetful as unknown as Document, DOMParser: class {} as never, XMLSerializer: class {} as never });

test("every sentence that Blockly's core can say is Vietnamese", () => {
  const core = readFileSync("node_modules/blockly/blockly_compressed.js", "utf8");
  const said = new Set(core.match(/[A-Z][A-Z0-9_]+/g));
  const words = vietnamese as Record<string, string>;
  const wanted = Object.entries(english).filter(([key, text]) => said.has(key) && typeof text === "string" && text !== "");
  assert.ok(wanted.length > 150);
  assert.deepEqual(wanted.filter(([key, text]) => words[key] === undefined || (words[key] === text && !alike.has(key))).map(([key]) => key), []);
});

test("a Vietnamese sentence has the places of the English one", () => {
  const places = (text: string) => [...new Set(text.match(/%\d/g))].sort();
  for (const [key, text] of Object.entries(vietnamese)) {
    assert.deepEqual(places(text), places((english)[key] ?? text), key);
  }
});

test("every block reads as a sentence that names each of its parts once", () => {
  for (const block of blocks) {
    const parts = [...(block.fields ?? []), ...(block.inputs ?? [])].map(part => part.name).sort();
    for (const text of [block.text.vi, block.text.en]) assert.deepEqual([...text.matchAll(/\{(\w+)\}/g)].map(match => match[1]).sort(), parts, block.type);
    for (const field of block.fields ?? []) if (field.kind === "choice") assert.ok(optionsOf(field).length > 0, block.type);
  }
});

test("a program with every block is loaded and saved by Blockly as it was", () => {
  Blockly.common.defineBlocks(Blockly.common.createBlockDefinitionsFromJsonArray(definitions({}, "vi")));
  for (const block of blocks) {
    const fields = Object.fromEntries((block.fields ?? []).map(field =>
      [field.name, field.kind === "choice" ? optionsOf(field).at(-1)!.value : field.kind === "number" ? -7 : { id: `v${field.variable}${field.name}` }]));
    const inputs = Object.fromEntries((block.inputs ?? []).flatMap(input => input.shadow ? [[input.name, { shadow: { ...input.shadow, id: `s${input.name}` } }]] : []));
    const stored = { type: block.type, id: "b", x: 0, y: 0, ...(block.fields ? { fields } : {}), ...(Object.keys(inputs).length > 0 ? { inputs } : {}) };
    const variables = (block.fields ?? []).filter(field => field.kind === "variable")
      .map(field => ({ name: field.name, id: `v${field.variable}${field.name}`, ...(field.variable ? { type: field.variable } : {}) }));
    const workspace = new Blockly.Workspace();
    Blockly.serialization.workspaces.load({ blocks: { languageVersion: 0, blocks: [stored] }, variables }, workspace);
    const saved = Blockly.serialization.workspaces.save(workspace) as Program;
    assert.deepEqual(JSON.parse(JSON.stringify(saved.blocks?.blocks)), [stored], block.type);
    workspace.dispose();
  }
});

test("few tools lie open, many in categories, and a tool opens what belongs to it", () => {
  const few = toolbox(level(["forward", "left"]), "vi") as { kind: string; contents: { type: string }[] };
  assert.equal(few.kind, "flyoutToolbox");
  assert.deepEqual(few.contents.map(item => item.type), ["sc_forward", "sc_left"]);
  const many = toolbox(level(blocks.flatMap(block => block.tool ?? [])), "en") as { kind: string; contents: { name: string }[] };
  assert.equal(many.kind, "categoryToolbox");
  assert.deepEqual(many.contents.map(category => category.name).slice(0, 2), ["Move", "Act"]);
});

test("a drop-down condition offers what its level allows", () => {
  const until = definitions({ conditions: ["goal", "thing"] }, "vi").find(block => block["type"] === "sc_until_when")!;
  const [message, fields] = [until["message0"], until["args0"] as { options: string[][] }[]];
  assert.equal(message, "lặp đến khi %1");
  assert.deepEqual(fields[0]!.options.map(option => option[1]), ["goal", "thing"]);
});

test("a pupil begins with the hat alone, which stays where it is", () => {
  const [hat] = inReadingOrder(startOf(level([])));
  assert.deepEqual([hat?.type, hat?.["deletable"], hat?.["movable"]], ["sc_start", false, false]);
});
