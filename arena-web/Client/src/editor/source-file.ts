/** A file that can be handed in. The text is null where its bytes are no strict UTF-8 (TCVN3, VNI, cp1258): an editor would spoil them. */
export interface Chosen {
  text: string | null;
}

/** Null: it has more bytes than `largest`, or is no text of single bytes. */
export async function chosen(file: Blob, largest: number): Promise<Chosen | null> {
  if (file.size > largest) return null;
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.includes(0)) return null;
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return isWide(bytes) ? null : { text: null };
  }
}

/** It begins with a byte order mark of UTF-16. */
const isWide = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

/** Whether the name ends in one of the extensions, which stand like ".pas .pp". */
export const hasExtension = (name: string, extensions: string): boolean =>
  name.includes(".") && extensions.split(" ").includes(name.slice(name.lastIndexOf(".")).toLowerCase());
