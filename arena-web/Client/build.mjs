// Bundles src/ and css/ into ../wwwroot/assets. Entry files keep plain names (the server fingerprints them);
// chunks, fonts and whatever else they load carry their content hash, because only files from here refer to them.
// With --watch it goes on until it is stopped, and leaves what it made before to pages that are open.
import { build, context } from "esbuild";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";

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

const watching = process.argv.includes("--watch");
if (!watching) await emptied();
await writeFile(`${out}/icons.svg`, await sprite());
const options = {
  entryPoints: { main: "src/main.ts", "live-worker": "src/live/worker.ts", site: "css/site.css", dark: "css/dark.css" },
  outdir: out,
  bundle: true,
  minify: true,
  splitting: true,
  format: "esm",
  target: ["chrome100", "firefox100", "safari15.4"],
  chunkNames: "chunks/[name]-[hash]",
  assetNames: "fonts/[name]-[hash]",
  loader: { ".woff2": "file" },
  legalComments: "linked",
  logLevel: "warning",
};
if (watching) await (await context({ ...options, plugins: [stamp] })).watch();
else await build(options);
