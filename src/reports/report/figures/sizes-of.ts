import type { Clusters } from '../cases/by-customer.ts';
import type { Sizes } from './plan.ts';

/** How many cases each customer has. */
export function sizesOf({ starts, rows }: Clusters): Sizes {
  const sizes = new Uint32Array(Math.max(0, starts.length - 1));
  let squared = 0;
  for (let cluster = 0; cluster < sizes.length; cluster++) {
    const size = (starts[cluster + 1] ?? 0) - (starts[cluster] ?? 0);
    sizes[cluster] = size;
    squared += size * size;
  }
  return { sizes, n: rows.length, squared };
}
