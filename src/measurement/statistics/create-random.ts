/**
 * Random numbers that are the same for the same seed: sfc32 (C. Doty-Humphrey, PractRand), seeded by splitmix32.
 *
 * @returns a function giving 0 ≤ number < 1
 */
export function createRandom(seed: number): () => number {
  let [a, b, c, d] = [splitmix(seed, 1), splitmix(seed, 2), splitmix(seed, 3), 1];
  const next = (): number => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let i = 0; i < 15; i++) next();
  return next;
}

function splitmix(seed: number, index: number): number {
  let z = (seed + Math.imul(index, 0x9e3779b9)) | 0;
  z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
  return z ^ (z >>> 16);
}
