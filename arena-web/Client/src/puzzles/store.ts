// What this PC keeps until the server has it: programs that are not saved and runs that are not sent. A database that is full or forbidden
// keeps nothing, and the page goes on without it.
import type { Program } from "./program";

export interface KeptProgram { place: string; seq: number; program: Program }

/** key: its place in line, given by the database. */
export interface KeptRun { key?: number; place: string; clientRunId: string; seq: number; program: Program; at: number }

const NAME = "puzzles";

let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  return opened ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore("programs", { keyPath: "place" });
      asked.result.createObjectStore("runs", { keyPath: "key", autoIncrement: true });
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error("There is no database."));
  });
}

async function ask<T>(store: "programs" | "runs", mode: IDBTransactionMode, what: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> {
  try {
    const request = what((await open()).transaction(store, mode).objectStore(store));
    return await new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error("The database did not answer."));
    });
  } catch {
    return undefined;
  }
}

export const keepProgram = (kept: KeptProgram): Promise<unknown> => ask("programs", "readwrite", store => store.put(kept));
export const keptProgram = (place: string): Promise<KeptProgram | undefined> => ask<KeptProgram>("programs", "readonly", store => store.get(place));
export const keepRun = (run: KeptRun): Promise<IDBValidKey | undefined> => ask("runs", "readwrite", store => store.add(run));
export const dropRun = (key: IDBValidKey): Promise<unknown> => ask("runs", "readwrite", store => store.delete(key));

/** In the order they were made. */
export const keptRuns = async (place: string): Promise<KeptRun[]> =>
  (await ask<KeptRun[]>("runs", "readonly", store => store.getAll()) ?? []).filter(run => run.place === place);

/** For whoever ends the session: the next pupil at this PC finds nothing. */
export async function forgetPuzzles(): Promise<void> {
  (await opened?.catch(() => undefined))?.close();
  opened = undefined;
  await new Promise<void>(resolve => {
    const asked = indexedDB.deleteDatabase(NAME);
    asked.onsuccess = asked.onerror = asked.onblocked = () => resolve();
  });
}
