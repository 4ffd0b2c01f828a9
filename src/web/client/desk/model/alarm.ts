/** Calls an agent who looks elsewhere: the page's title, and two quiet notes where the agent has switched them on. */

const plain = 'Desk · Touchpoint';

/** @param waits customers in the queue and messages nobody has read */
export function titleWith(waits: number): string {
  return waits === 0 ? plain : `(${waits}) ${plain}`;
}

/** Two short notes, the second higher. A browser that plays nothing before the first click stays silent. */
export function ring(): void {
  const sound = new AudioContext();
  for (const [n, pitch] of [587, 784].entries()) playNote(sound, pitch, sound.currentTime + n * 0.16);
  setTimeout(() => void sound.close(), 1_000);
}

function playNote(sound: AudioContext, pitch: number, at: number): void {
  const loudness = sound.createGain();
  const tone = sound.createOscillator();
  tone.frequency.value = pitch;
  loudness.gain.setValueAtTime(0.0001, at);
  loudness.gain.exponentialRampToValueAtTime(0.12, at + 0.02);
  loudness.gain.exponentialRampToValueAtTime(0.0001, at + 0.3);
  tone.connect(loudness).connect(sound.destination);
  tone.start(at);
  tone.stop(at + 0.32);
}
