// A program of blocks in Pascal or Python: the twin of the judge's Worlds/Texts, line by line. What is missing in a block is said as "?".
import { blocks, type FieldShape, type Language, lists, optionsOf, type Phrase, shapeOf } from "./blocks";
import { hats, inReadingOrder, isMain, isProcedure, plugged, type Program, robotOf, type StoredBlock } from "./program";

export type TextKind = "pascal" | "python";

/** block: the place in reading order of the block that it says; -1: it belongs to none. */
export interface TextLine { text: string; block: number }

const robotNumber: Record<TextKind, Phrase> = {
  pascal: { vi: "SoRobot", en: "RobotNumber" },
  python: { vi: "so_robot()", en: "robot_number()" },
};

/** Words of both languages: no name of a pupil's may be one. */
const words = ("_ absolute and array asm begin case const constructor destructor div do downto else end file for function goto if implementation in"
  + " inherited inline interface label mod nil not object of on operator or packed procedure program record reintroduce repeat self set shl shr"
  + " string then to type unit until uses var while with xor as class dispinterface except exports finalization finally initialization is library"
  + " out property raise resourcestring threadvar try false true none assert async await break continue def del elif from global import lambda"
  + " nonlocal pass return yield forward srobot sorobot robotnumber so_robot robot_number").split(" ");

/** Whatever the templates call by a name. */
const called = [...blocks, ...blocks.flatMap(block => (block.fields ?? []).flatMap(optionsOf)), ...Object.values(lists).flat()]
  .flatMap(said => [said.pascal, said.python]).flatMap(phrase => phrase ? [phrase.vi, phrase.en] : [])
  .flatMap(template => template.replace(/\{\w+!?\}/g, " ").match(/[A-Za-z_]\w*/g) ?? []);

const reserved = new Set([...words, ...called].map(word => word.toLowerCase()));

const plainOf = (name: string): string => {
  const plain = name.replace(/Đ/g, "D").replace(/đ/g, "d").normalize("NFD").replace(/\p{Mn}/gu, "").replace(/[^A-Za-z0-9]/g, "_");
  return plain === "" ? "x" : /^\d/.test(plain) ? `_${plain}` : plain;
};

/** A name that both languages take and that nothing else here bears. */
function take(name: string, taken: Set<string>): string {
  const plain = plainOf(name);
  let safe = plain;
  const isTaken = () => reserved.has(safe.toLowerCase()) || /^(lan|turn)\d+$/i.test(safe) || taken.has(safe.toLowerCase());
  for (let number = 2; isTaken(); number++) safe = `${plain}_${number}`;
  taken.add(safe.toLowerCase());
  return safe;
}

const idOf = (block: StoredBlock, field: string): string => (block.fields?.[field] as { id?: string } | undefined)?.id ?? "";
const parametersOf = (hat: StoredBlock): string[] => ["PARAM1", "PARAM2"].map(field => idOf(hat, field)).filter(id => id !== "");
const frame = (...texts: string[]): TextLine[] => texts.map(text => ({ text, block: -1 }));
const indented = (lines: TextLine[]): TextLine[] => lines.map(line => ({ ...line, text: `  ${line.text}` }));

/** @param robots how many robots the level has: of several, each asks which it is. */
export function textOf(program: Program, kind: TextKind, language: Language, robots = 1): TextLine[] {
  const writer = new Writer(program, kind, language);
  const mains = Array.from({ length: robots }, (): StoredBlock | undefined => undefined);
  for (const hat of hats(program).filter(isMain)) mains[robotOf(hat)] = hat.next?.block;
  return kind === "pascal" ? pascal(writer, mains, robotNumber.pascal[language]) : python(writer, mains, robotNumber.python[language]);
}

function pascal(writer: Writer, mains: (StoredBlock | undefined)[], which: string): TextLine[] {
  const procedures = writer.procedures.map(hat => ({ hat, lines: writer.lines(hat), depth: depthOf(plugged(hat, "DO")) }));
  const forwards = procedures.filter(({ hat }, at) => procedures.slice(0, at).some(({ hat: before }) => inside(before).some(block =>
    /^sc_call/.test(block.type) && idOf(block, "NAME") === idOf(hat, "NAME")))).map(({ lines }) => `${lines[0]!.text} forward;`);
  const globals = [...writer.variables, ...writer.counters(Math.max(0, ...mains.map(depthOf)))];
  return [
    ...frame("uses SRobot;", ""),
    ...(globals.length > 0 ? frame(`var ${globals.join(", ")}: LongInt;`, "") : []),
    ...(forwards.length > 0 ? frame(...forwards, "") : []),
    ...procedures.flatMap(({ lines: [first, ...rest], depth }) => [first!,
      ...(depth > 0 ? [{ text: `var ${writer.counters(depth).join(", ")}: LongInt;`, block: first!.block }] : []), ...rest, ...frame("")]),
    ...frame("begin", ...writer.variables.map(name => `  ${name} := 0;`)),
    ...indented(mains.length === 1 ? writer.stack(mains[0], 0) : [
      ...mains.flatMap((main, robot) =>
        [...frame(`${robot === 0 ? "" : "end else "}if ${which} = ${robot} then begin`), ...indented(writer.stack(main, 0))]),
      ...frame("end;"),
    ]),
    ...frame("end."),
  ];
}

function python(writer: Writer, mains: (StoredBlock | undefined)[], which: string): TextLine[] {
  return [
    ...frame("from srobot import *", ""),
    ...(writer.variables.length > 0 ? frame(...writer.variables.map(name => `${name} = 0`), "") : []),
    ...writer.procedures.flatMap(hat => {
      const [first, ...rest] = writer.lines(hat);
      const changes = inside(hat).filter(block => ["sc_set", "sc_add", "sc_for"].includes(block.type));
      const changed = [...new Set(changes.map(block => writer.nameOf(idOf(block, "VAR"))))];
      return [first!, ...(changed.length > 0 ? [{ text: `  global ${changed.join(", ")}`, block: first!.block }] : []), ...rest, ...frame("")];
    }),
    ...(mains.length === 1 ? writer.stack(mains[0], 0) : mains.flatMap((main, robot) => [
      ...frame(`${robot === 0 ? "" : "el"}if ${which} == ${robot}:`), ...(main ? indented(writer.stack(main, 0)) : frame("  pass")),
    ])),
  ];
}

/** All blocks of a stack of statements and all that is plugged into them. */
const inside = (hat: StoredBlock): StoredBlock[] => inReadingOrder({ blocks: { blocks: [hat] } }).slice(1);

/** How many loops that count stand inside one another. */
function depthOf(first: StoredBlock | undefined): number {
  let deepest = 0;
  for (let block = first; block; block = block.next?.block) {
    const bodies = (shapeOf(block.type)?.inputs ?? []).filter(input => input.kind === "statements");
    deepest = Math.max(deepest, Number(block.type === "sc_repeat") + Math.max(0, ...bodies.map(body => depthOf(plugged(block, body.name)))));
  }
  return deepest;
}

class Writer {
  readonly procedures: StoredBlock[];
  /** Those that are used. */
  readonly variables: string[];
  readonly #places: Map<StoredBlock, number>;
  readonly #names = new Map<string, string>();

  constructor(program: Program, private readonly kind: TextKind, private readonly language: Language) {
    const order = inReadingOrder(program), known = new Map((program.variables ?? []).map(one => [one.id, one.name]));
    this.#places = new Map(order.map((block, at) => [block, at]));
    this.procedures = hats(program).filter(isProcedure);
    const taken = new Set<string>(), variables = (program.variables ?? []).filter(one => !one.type);
    const used = new Set(order.map(block => idOf(block, "VAR")));
    for (const { id, name } of variables) this.#names.set(id, take(name, taken));
    for (const hat of this.procedures) this.#names.set(idOf(hat, "NAME"), take(known.get(idOf(hat, "NAME")) ?? "", taken));
    for (const hat of this.procedures) {
      const own = new Set(taken);
      for (const id of parametersOf(hat)) this.#names.set(id, take(known.get(id) ?? "", own));
    }
    this.variables = variables.filter(({ id }) => used.has(id)).map(({ id }) => this.nameOf(id));
  }

  nameOf(id: string): string { return this.#names.get(id) ?? "?"; }

  counters(depth: number): string[] { return Array.from({ length: depth }, (_, at) => this.#counter(at + 1)); }

  /** @param loops how many loops that count are around. */
  stack(first: StoredBlock | undefined, loops: number): TextLine[] {
    const all: TextLine[] = [];
    for (let block = first; block; block = block.next?.block) all.push(...this.lines(block, loops));
    return all;
  }

  /** A line of the template that is a place for statements alone gives way to them. */
  lines(block: StoredBlock, loops = 0): TextLine[] {
    const place = this.#places.get(block) ?? -1, within = loops + Number(block.type === "sc_repeat");
    const bodies = new Set((shapeOf(block.type)?.inputs ?? []).filter(input => input.kind === "statements").map(input => `{${input.name}}`));
    return this.#filled(block).replace("{loop}", this.#counter(loops + 1)).split("\n").flatMap(text => {
      if (!bodies.has(text)) return [{ text, block: place }];
      const first = plugged(block, text.slice(1, -1));
      return first ? indented(this.stack(first, within)) : this.kind === "python" ? [{ text: "  pass", block: place }] : [];
    });
  }

  #counter(depth: number): string { return `${this.language === "vi" ? "lan" : "turn"}${depth}`; }

  #filled(block: StoredBlock): string {
    const shape = shapeOf(block.type)!;
    let text = this.#chosen(block);
    for (const field of shape.fields ?? []) text = text.replaceAll(`{${field.name}}`, this.#field(block, field));
    for (const { name } of (shape.inputs ?? []).filter(input => input.kind !== "statements")) {
      const inner = plugged(block, name), filled = inner ? this.#filled(inner) : "?";
      const isLoose = inner !== undefined && (filled.startsWith("-") || this.#chosen(inner).includes("!}"));
      text = text.replaceAll(`{${name}}`, filled).replaceAll(`{${name}!}`, isLoose ? `(${filled})` : filled);
    }
    return text;
  }

  /** The block's template with those of its choices in it. */
  #chosen(block: StoredBlock): string {
    const shape = shapeOf(block.type)!;
    let text = shape[this.kind]?.[this.language] ?? "";
    for (const field of shape.fields ?? []) {
      const option = field.kind === "choice" ? optionsOf(field).find(one => one.value === block.fields?.[field.name]) : undefined;
      if (option) text = text.replaceAll(`{${field.name}}`, option[this.kind]?.[this.language] ?? "?");
    }
    return text;
  }

  #field(block: StoredBlock, field: FieldShape): string {
    return field.kind === "variable" ? this.nameOf(idOf(block, field.name)) : String(block.fields?.[field.name] ?? "?");
  }
}
