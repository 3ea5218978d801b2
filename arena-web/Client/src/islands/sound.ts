// Whether news makes a sound, which is off until somebody wants it, and the sound: two short tones, made here, so nothing is fetched.
const KEY = "news-sound";
const TONES = [660, 880], LASTS = 0.12, LOUD = 0.15;

/** A browser may keep nothing at all. */
const wanted = () => { try { return localStorage.getItem(KEY) === "1"; } catch { return false; } };

export function mount(root: HTMLElement): void {
  const box = root as HTMLInputElement;
  box.checked = wanted();
  box.addEventListener("change", () => {
    if (box.checked) localStorage.setItem(KEY, "1");
    else localStorage.removeItem(KEY);
    chime();
  });
}

/** Silent where nobody wants it, and where the browser lets a page sound only after somebody has touched it. */
export function chime(): void {
  if (!wanted()) return;
  const audio = new AudioContext();
  TONES.forEach((hertz, i) => {
    const tone = new OscillatorNode(audio, { frequency: hertz }), volume = new GainNode(audio, { gain: LOUD });
    tone.connect(volume).connect(audio.destination);
    tone.start(audio.currentTime + i * LASTS);
    tone.stop(audio.currentTime + (i + 1) * LASTS);
  });
  setTimeout(() => void audio.close(), 1000);
}
