// Bundles src/ and css/ into ../wwwroot/assets. Entry files keep plain names (the server fingerprints them);
// chunks, fonts and whatever else they load carry their content hash, because only files from here refer to them.
import { build } from "esbuild";
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

await emptied();
await writeFile(`${out}/icons.svg`, await sprite());
await build({
  entryPoints: { main: "src/main.ts", site: "css/site.css", dark: "css/dark.css" },
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
});
