// The workspace of blocks. In a chunk of its own, because Blockly is three quarters of what the page weighs.
import * as Blockly from "blockly/core";
import { categories, type Language } from "./blocks";
import { definitions, most, startOf, toolbox } from "./definitions";
import type { Level } from "./level";
import type { Program } from "./program";

declare const BLOCKLY_MEDIA: string;

/** From the shelf to the first block, in pixels. */
const MARGIN = 24;

/** Groups what a new start takes away and puts back: it is undone at once, and told as one thing. */
const RESTART = "restart";

export type Light = "now" | "failed" | "shown";

export interface Workspace {
  /** Null: somebody holds a block, which is nowhere yet. */
  program(): Program | null;
  /** When all is told that was done by now: a block that was put down counts only then. */
  settled(): Promise<void>;
  load(program: Program): void;
  /** Lights the last of these blocks so, the others as those around it, and puts all other lights out. */
  light(ids: string[], as: Light): void;
  /** How a block reads; null: it is not there. */
  nameOf(id: string): string | null;
  undo(): void;
  redo(): void;
  /** Puts the level's first blocks back; it can be undone. */
  restart(): void;
  setReadOnly(isReadOnly: boolean): void;
}

export interface Told {
  changed(): void;
  /** A pupil pointed at a statement or at what is in it, with the mouse or by moving the focus; null: at none. */
  pointed(id: string | null): void;
  /** More than one block went at once. */
  removed(count: number): void;
  /** Asks for a name. */
  prompt(question: string, name: string, then: (answer: string | null) => void): void;
}

/** Zelos with our type; its style element carries the nonce that the policy of the page wants. */
class Constants extends Blockly.zelos.ConstantProvider {
  override FIELD_TEXT_FONTFAMILY = '"Be Vietnam Pro", system-ui, sans-serif';
  override FIELD_TEXT_FONTWEIGHT = "700";
  override FIELD_TEXT_FONTSIZE = 11;

  protected override injectCSS_(_: Document | ShadowRoot, selector: string): void {
    if (document.querySelector(".blockly-renderer-style")) return;
    const style = document.createElement("style");
    style.className = "blockly-renderer-style";
    style.nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce ?? "";
    style.textContent = this.getCSS_(selector).join("\n");
    document.head.prepend(style);
  }
}

class Renderer extends Blockly.zelos.Renderer {
  protected override makeConstants_() { return new Constants(); }
}

Blockly.blockRendering.register("sc", Renderer);
// Twice the usual reach, for hands that are still learning to drag.
Object.assign(Blockly.config, { snapRadius: 56, connectingSnapRadius: 72 });

const styles = Object.fromEntries(categories.map(({ key, colour }) =>
  [key, { colourPrimary: colour, hat: key === "start" || key === "procedure" ? "cap" : "" }]));

/** Text and signs of the workspace itself come from the page's style sheet, so that they follow the theme. */
const theme = Blockly.Theme.defineTheme("sc", { name: "sc", base: Blockly.Themes.Zelos, blockStyles: styles });

/** @param words Blockly's sentences in the page's language. */
export function openWorkspace(host: HTMLElement, level: Level, language: Language, words: Record<string, string>, told: Told): Workspace {
  Blockly.setLocale(words);
  Blockly.common.defineBlocks(Blockly.common.createBlockDefinitionsFromJsonArray(definitions(level, language)));
  Blockly.dialog.setPrompt((question, name, then) => told.prompt(question, name, then));
  const narrow = host.clientWidth < 560;
  const workspace = Blockly.inject(host, {
    renderer: "sc",
    theme,
    css: false,
    media: new URL(`./${BLOCKLY_MEDIA}/`, import.meta.url).pathname,
    sounds: false,
    comments: false,
    collapse: false,
    disable: false,
    modalInputs: false,
    trashcan: true,
    maxInstances: most(level),
    toolbox: toolbox(level, language) as unknown as Blockly.utils.toolbox.ToolboxDefinition,
    horizontalLayout: narrow,
    toolboxPosition: narrow ? "end" : "start",
    zoom: { controls: !narrow, wheel: false, pinch: true, startScale: narrow ? 0.9 : 1, minScale: 0.6, maxScale: 1.6 },
    move: { scrollbars: true, drag: true, wheel: true },
  });
  const load = (program: Program) => Blockly.serialization.workspaces.load(program, workspace, { recordUndo: true });
  /** The statement that a block is, or is plugged into; null: there is no such block here. */
  const statementOf = (id: string | null | undefined): string | null => {
    let block = id ? workspace.getBlockById(id) : null;
    while (block?.outputConnection && block.getParent()) block = block.getParent();
    return block?.id ?? null;
  };
  workspace.addChangeListener(Blockly.Events.disableOrphans);
  workspace.addChangeListener(event => {
    if (event.isUiEvent || event.type === Blockly.Events.FINISHED_LOADING) {
      if (event.type === Blockly.Events.SELECTED) told.pointed(statementOf((event as Blockly.Events.Selected).newElementId));
      return;
    }
    if (event.type === Blockly.Events.BLOCK_DELETE && event.recordUndo && event.group !== RESTART) {
      const count = (event as Blockly.Events.BlockDelete).ids?.length ?? 0;
      if (count > 1) told.removed(count);
    }
    told.changed();
  });
  host.addEventListener("pointerover", event =>
    told.pointed(statementOf((event.target as Element).closest(".blocklyBlock")?.getAttribute("data-id"))));
  mendNames(host);
  let isPlaced = false;
  new ResizeObserver(() => {
    const { scrollX, scrollY } = workspace;
    Blockly.svgResize(workspace);
    // Blocks stay where they are, whatever becomes of the room around them.
    workspace.scroll(scrollX, scrollY);
    // The shelf is as wide as its blocks, which are drawn a moment later, and what is measured anew moves the ground.
    if (!isPlaced) void Blockly.renderManagement.finishQueuedRenders().then(() => requestAnimationFrame(() => place(workspace)));
    isPlaced = true;
  }).observe(host);

  load(level.saved?.program ?? startOf(level));
  workspace.clearUndo();
  let lit: Blockly.BlockSvg[] = [];
  return {
    program: () => workspace.isDragging() ? null : Blockly.serialization.workspaces.save(workspace) as Program,
    // Blockly tells of what happened in the frame after it, and then in a turn of its own.
    settled: () => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve))),
    load,
    light(ids, as) {
      lit.forEach(block => { for (const name of ["now", "around", "failed", "shown"]) block.removeClass(`lit-${name}`); });
      lit = ids.map(id => workspace.getBlockById(id)).filter(block => block !== null);
      lit.forEach((block, at) => block.addClass(`lit-${at < lit.length - 1 ? "around" : as}`));
    },
    nameOf: id => {
      const block = workspace.getBlockById(id);
      return block ? nameOf(block) : null;
    },
    undo: () => workspace.undo(false),
    redo: () => workspace.undo(true),
    restart: () => {
      Blockly.Events.setGroup(RESTART);
      load(startOf(level));
      Blockly.Events.setGroup(false);
    },
    setReadOnly: isReadOnly => workspace.setIsReadOnly(isReadOnly),
  };
}

/** Its own words and what is plugged into them, without the blocks that it holds. */
const nameOf = (block: Blockly.Block): string => block.inputList.filter(input => !(input instanceof Blockly.inputs.StatementInput))
  .flatMap(input => [...input.fieldRow.map(field => field.getText()), input.connection?.targetBlock()?.toString() ?? ""])
  .filter(word => word !== "").join(" ");

/** Blockly names parts of a block to screen readers that it never draws, such as the outer end of a value: these names go. */
function mendNames(host: HTMLElement): void {
  let isDue = false;
  const mend = () => {
    isDue = false;
    for (const owner of host.querySelectorAll("[aria-owns]")) {
      const owned = owner.getAttribute("aria-owns")!.split(" "), there = owned.filter(id => document.getElementById(id));
      if (there.length === 0) owner.removeAttribute("aria-owns");
      else if (there.length < owned.length) owner.setAttribute("aria-owns", there.join(" "));
    }
  };
  new MutationObserver(() => {
    // Whatever is drawn at all is drawn in the next frame.
    if (!isDue) requestAnimationFrame(() => requestAnimationFrame(mend));
    isDue = true;
  }).observe(host, { subtree: true, childList: true, attributes: true, attributeFilter: ["aria-owns"] });
}

/** Puts the first block beside the shelf. */
function place(workspace: Blockly.WorkspaceSvg): void {
  Blockly.svgResize(workspace);
  const { left, top } = workspace.getBlocksBoundingBox();
  workspace.scroll(MARGIN - left * workspace.scale, MARGIN - top * workspace.scale);
}
