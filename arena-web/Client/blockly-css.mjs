// What Blockly needs beside its scripts, taken from the installed version at each build, so that it cannot drift.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { version } = JSON.parse(await readFile(new URL("node_modules/blockly/package.json", import.meta.url), "utf8"));

/** The folder of its pictures; the version in the name lets browsers keep them for good. */
export const media = `blockly-${version}`;

/** The style sheet that Blockly would add to the page by itself: it is asked to, before a document that only keeps the text. */
export async function commonCss(path) {
  const Blockly = require("./node_modules/blockly/blockly_compressed.js");
  const root = {};
  let text = "";
  const before = { window: globalThis.window, document: globalThis.document };
  globalThis.window = globalThis;
  globalThis.document = { createElement: () => ({}), head: { prepend: style => { text = style.textContent; } } };
  try {
    Blockly.Css.inject({ getRootNode: () => root }, true, path);
  } finally {
    Object.assign(globalThis, before);
  }
  if (!text.includes(".injectionDiv")) throw new Error("Blockly keeps its style sheet elsewhere now.");
  // It ends lists with a comma, which a style element drops and the bundler complains of.
  return text.replace(/,\s*\)/g, ")");
}
