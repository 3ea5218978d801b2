/** One block of a stream of server-sent events; no name: it says only up to which number all has been told. */
export interface StreamEvent {
  name: string;
  data: string;
  id: number | null;
}

/** Far more than any message of ours. */
const LONGEST = 1 << 16;

/** Takes a stream in pieces as they come. Source of the form: HTML standard, 9.2.6; the server ends lines by line feeds only. */
export class EventStreamParser {
  private rest = "";

  /** The blocks that are whole by now. */
  push(text: string): StreamEvent[] {
    const blocks = (this.rest + text).split("\n\n");
    this.rest = blocks.pop()!;
    if (this.rest.length > LONGEST) throw new Error("This is no stream of ours.");
    return blocks.map(parse).filter(event => event.name !== "" || event.id !== null);
  }
}

function parse(block: string): StreamEvent {
  const event: StreamEvent = { name: "", data: "", id: null };
  for (const line of block.split("\n")) {
    const [, field, value] = /^(\w+): ?(.*)$/.exec(line) ?? [];
    if (field === "event") event.name = value!;
    else if (field === "data") event.data = value!;
    else if (field === "id" && /^\d+$/.test(value!)) event.id = Number(value);
  }
  return event;
}
