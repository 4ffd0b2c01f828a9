/**
 * Numbers for a million names, in few bytes and out of sight of the garbage collector: their letters stand one after the other in one array, found by hash.
 */

/** Numbers count from 0 in the order of coming; a name is given the same one again and is never forgotten. */
export type Names = {
  of(name: string): number;
  /** The number of a name that has come before; `undefined` where it has not. */
  find(name: string): number | undefined;
  at(number: number): string;
  count(): number;
  /** Below 0 where the first comes before the second, by the bytes of UTF-8. */
  compare(a: number, b: number): number;
};

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const nobody = 0xffffffff;

export function createNames(): Names {
  let letters = new Uint8Array(1 << 12);
  let ends = new Uint32Array(1 << 8);
  let hashes = new Uint32Array(1 << 8);
  let places = new Uint32Array(1 << 9).fill(nobody);
  let scratch = new Uint8Array(1 << 8);
  let count = 0;

  return {
    of(name) {
      const length = encode(name);
      const hash = hashOf(scratch, length);
      const place = placeOf(hash, length);
      const known = places[place] ?? nobody;
      return known === nobody ? add(place, hash, length) : known;
    },
    find(name) {
      const length = encode(name);
      const known = places[placeOf(hashOf(scratch, length), length)] ?? nobody;
      return known === nobody ? undefined : known;
    },
    at: (number) => decoder.decode(letters.subarray(startOf(number), ends[number] ?? 0)),
    count: () => count,
    compare,
  };

  function encode(name: string): number {
    if (scratch.length < 3 * name.length) scratch = new Uint8Array(6 * name.length);
    return encoder.encodeInto(name, scratch).written;
  }

  /** Where the name stands, or would stand. */
  function placeOf(hash: number, length: number): number {
    const mask = places.length - 1;
    let place = hash & mask;
    for (let found = places[place] ?? nobody; found !== nobody; found = places[place] ?? nobody) {
      if (hashes[found] === hash && isAt(found, length)) break;
      place = (place + 1) & mask;
    }
    return place;
  }

  function isAt(number: number, length: number): boolean {
    const start = startOf(number);
    if ((ends[number] ?? 0) - start !== length) return false;
    for (let i = 0; i < length; i++) if (letters[start + i] !== scratch[i]) return false;
    return true;
  }

  function startOf(number: number): number {
    return number === 0 ? 0 : (ends[number - 1] ?? 0);
  }

  function add(place: number, hash: number, length: number): number {
    const start = startOf(count);
    if (start + length > letters.length) letters = enlarged(letters, new Uint8Array(2 * (letters.length + length)));
    if (count === ends.length) ends = enlarged(ends, new Uint32Array(2 * count));
    if (count === hashes.length) hashes = enlarged(hashes, new Uint32Array(2 * count));
    letters.set(scratch.subarray(0, length), start);
    ends[count] = start + length;
    hashes[count] = hash;
    places[place] = count;
    count++;
    if (2 * count > places.length) places = placed(hashes, count, 2 * places.length);
    return count - 1;
  }

  function compare(a: number, b: number): number {
    const [from, other] = [startOf(a), startOf(b)];
    const [length, otherLength] = [(ends[a] ?? 0) - from, (ends[b] ?? 0) - other];
    for (let i = 0; i < length && i < otherLength; i++) {
      const difference = (letters[from + i] ?? 0) - (letters[other + i] ?? 0);
      if (difference !== 0) return difference;
    }
    return length - otherLength;
  }
}

function placed(hashes: Uint32Array, count: number, size: number): Uint32Array<ArrayBuffer> {
  const places = new Uint32Array(size).fill(nobody);
  for (let number = 0; number < count; number++) {
    let place = (hashes[number] ?? 0) & (size - 1);
    while (places[place] !== nobody) place = (place + 1) & (size - 1);
    places[place] = number;
  }
  return places;
}

function enlarged<T extends Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>>(small: T, large: T): T {
  large.set(small);
  return large;
}

/** FNV-1a, stirred at the end as in MurmurHash3: its low bits alone find the place. */
function hashOf(bytes: Uint8Array, length: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < length; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
