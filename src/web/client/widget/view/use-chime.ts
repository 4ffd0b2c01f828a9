import { useEffect, useRef } from 'preact/hooks';
import type { ChatState } from '../chat/chat-state.ts';

/** Where the customer turned it on: a short sound for what the other side says now, and none for what it said before. */
export function useChime({ hasSound, link, entries }: ChatState): void {
  const heard = useRef(0);
  const last = entries.at(-1);
  useEffect(() => {
    const isNew = entries.length > heard.current && heard.current > 0;
    heard.current = entries.length;
    if (hasSound && isNew && link === 'live' && last?.kind === 'message' && last.author !== 'customer') chime();
  }, [last?.id]);
}

/** Two tones of 90 ms. A browser that forbids sound makes none. */
function chime(): void {
  const audio = new AudioContext();
  const tone = audio.createOscillator();
  const loudness = audio.createGain();
  tone.frequency.setValueAtTime(660, 0);
  tone.frequency.setValueAtTime(880, audio.currentTime + 0.09);
  loudness.gain.setValueAtTime(0.05, 0);
  loudness.gain.exponentialRampToValueAtTime(0.0001, audio.currentTime + 0.18);
  tone.connect(loudness).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + 0.18);
  tone.onended = () => void audio.close();
}
