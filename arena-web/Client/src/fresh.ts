import { spread } from "./live/pace";

/**
 * What is fetched whenever something happens: one at a time, once more if something happened meanwhile, and again after a while if it
 * failed, because news is told once.
 * @param fetchIt throws when it should be tried again.
 */
export function keptFresh(fetchIt: () => Promise<void>): () => void {
  let asking = false, again = false, failures = 0;
  const ask = async () => {
    if (asking) { again = true; return; }
    asking = true;
    do {
      again = false;
      try {
        await fetchIt();
        failures = 0;
      } catch {
        again = true;
        await new Promise(resolve => setTimeout(resolve, spread(failures++, Math.random())));
      }
    } while (again);
    asking = false;
  };
  return () => void ask();
}

/** The answer's text; null: the server will give none to this page. */
export async function textAt(address: string, options: RequestInit = {}): Promise<{ text: string; answer: Response } | null> {
  const answer = await fetch(address, { credentials: "same-origin", ...options });
  if (answer.status >= 500 || answer.status === 429) throw new Error(`The server answered ${answer.status}.`);
  // Led elsewhere, which is the door: whoever the page was made for is not signed in any more.
  return answer.ok && !answer.redirected ? { text: await answer.text(), answer } : null;
}
