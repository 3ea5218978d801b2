/**
 * Takes away all that this site keeps in the browser, for the next pupil at a shared PC. The server asks the browser to do the same, but
 * browsers heed that only over HTTPS, and schools have none. What a browser forbids to touch cannot hold anything either.
 */
export async function wipe(): Promise<void> {
  for (const storage of [() => localStorage, () => sessionStorage]) {
    try { storage().clear(); } catch { /* forbidden */ }
  }
  await Promise.allSettled([wipeDatabases(), wipeCaches()]);
}

async function wipeDatabases(): Promise<void> {
  // Firefox before 126 cannot list them.
  for (const { name } of await indexedDB.databases?.() ?? []) if (name) indexedDB.deleteDatabase(name);
}

async function wipeCaches(): Promise<void> {
  if (!("caches" in globalThis)) return;
  for (const name of await caches.keys()) await caches.delete(name);
}
