// Bundles src/ and css/ into ../wwwroot/assets. Entry files keep plain names (the server fingerprints them);
// chunks, fonts and whatever else they load carry their content hash, because only files from here refer to them.
// With --watch it goes on until it is stopped, and leaves what it made before to pages that are open.
import { build, context } from "esbuild";
import { createRequire } from "node:module";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { commonCss, media } from "./blockly-css.mjs";

const out = "../wwwroot/assets";

/** One SVG file with a <symbol> for each icon that icons.txt names; anything unknown stops the build. */
async function sprite() {
  const names = (await readFile("icons.txt", "utf8")).split(/\s+/).filter(Boolean);
  const symbols = await Promise.all(names.map(async name => {
    const svg = await readFile(`node_modules/lucide-static/icons/${name}.svg`, "utf8");
    const shapes = svg.replace(/<!--.*?-->/gs, "").match(/<svg[^>]*>(.*)<\/svg>/s)[1].replace(/\s+/g, " ").trim();
    return `<symbol id="${name}" viewBox="0 0 24 24">${shapes}</symbol>`;
  }));
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`;
}

async function emptied() {
  await mkdir(out, { recursive: true });
  for (const name of await readdir(out)) await rm(`${out}/${name}`, { recursive: true });
}

/** Tells MSBuild that the bundle is newer than its sources. */
const stamp = {
  name: "stamp",
  setup: build => build.onEnd(result => result.errors.length > 0 ? undefined : writeFile(`${out}/.built`, "")),
};

const require = createRequire(import.meta.url);

/** `@import "blockly"` in a style sheet: what Blockly would put in a style element, which the policy of the pages forbids. */
const blocklyCss = {
  name: "blockly-css",
  setup: build => {
    build.onResolve({ filter: /^blockly$/ }, ({ kind }) => kind === "import-rule" ? { path: "blockly.css", namespace: "blockly" } : undefined);
    build.onResolve({ filter: /^\.\/chunks\/blockly/ }, ({ path }) => ({ path, external: true }));
    // Of Blockly's English, what its core can say: the keys of our Vietnamese.
    build.onLoad({ filter: /blockly.msg.en\.m?js$/ }, async ({ path }) => {
      const [english, said] = [require(path.replace(/mjs$/, "js")), JSON.parse(await readFile("src/puzzles/blockly.vi.json", "utf8"))];
      return { contents: JSON.stringify(Object.fromEntries(Object.keys(said).map(key => [key, english[key]]))), loader: "json" };
    });
    build.onLoad({ filter: /.*/, namespace: "blockly" }, async () => ({ contents: await commonCss(`./chunks/${media}`), loader: "css" }));
  },
};

const watching = process.argv.includes("--watch");
if (!watching) await emptied();
await writeFile(`${out}/icons.svg`, await sprite());
await cp("node_modules/blockly/media", `${out}/chunks/${media}`, { recursive: true, filter: name => !/\.(mp3|png|gif)$/.test(name) });
const options = {
  entryPoints: { main: "src/main.ts", "live-worker": "src/live/worker.ts", site: "css/site.css", dark: "css/dark.css", puzzle: "css/puzzle.css" },
  outdir: out,
  bundle: true,
  minify: true,
  splitting: true,
  format: "esm",
  target: ["chrome100", "firefox100", "safari15.4"],
  chunkNames: "chunks/[name]-[hash]",
  assetNames: "fonts/[name]-[hash]",
  loader: { ".woff2": "file" },
  define: { BLOCKLY_MEDIA: JSON.stringify(media) },
  plugins: [blocklyCss],
  legalComments: "linked",
  logLevel: "warning",
};
if (watching) await (await context({ ...options, plugins: [...options.plugins, stamp] })).watch();
else await build(options);
