/** What this browser keeps of an agent's wishes. Where nothing can be kept the defaults hold. */
import { useState } from 'preact/hooks';

/** @returns the value, and a function that sets and keeps it */
export function useKept(name: string, initial: boolean): readonly [boolean, (value: boolean) => void] {
  const [value, setValue] = useState(() => read(name) ?? initial);
  const set = (next: boolean): void => {
    setValue(next);
    write(name, next);
  };
  return [value, set];
}

function read(name: string): boolean | undefined {
  try {
    const kept = localStorage.getItem(`desk ${name}`);
    return kept === null ? undefined : kept === 'yes';
  } catch {
    return undefined;
  }
}

function write(name: string, value: boolean): void {
  try {
    localStorage.setItem(`desk ${name}`, value ? 'yes' : 'no');
  } catch {
    // a browser that keeps nothing asks again next time
  }
}
