/**
 * Cases as columns of numbers: about a hundred bytes a case, and nothing for the garbage collector to look at.
 */

/**
 * A row a case, `size` rows; arrays are longer than that.
 *
 * @property alive 0 for a row whose case is no more
 * @property conversation number of the name
 * @property nextRow the next row of the same conversation, plus 1; 0 after the last
 * @property closedAt `NaN` while it goes on
 * @property place, kind, said, route numbers of what they have in common with others
 * @property tenths effort in tenths of a point, −1 where there is none
 * @property secondsToPerson `NaN` where nobody came
 * @property felt thousandths of the mean sentiment; `NaN` where not measured
 * @property feltBits 1: some turn was negative; 2: the last worse than the first
 * @property lot 0–1, `NaN` where none was drawn
 * @property firstCost, costs where its burdens stand in `causes` and `millionths`, and how many
 */
export type Columns = {
  readonly size: number;
  readonly alive: Uint8Array;
  readonly flags: Uint8Array;
  readonly customer: Uint32Array;
  readonly conversation: Uint32Array;
  readonly nextRow: Uint32Array;
  readonly startedAt: Float64Array;
  readonly lastAt: Float64Array;
  readonly closedAt: Float64Array;
  readonly place: Uint32Array;
  readonly kind: Uint32Array;
  readonly said: Uint32Array;
  readonly route: Uint32Array;
  readonly tenths: Int16Array;
  readonly turns: Uint32Array;
  readonly returns: Uint32Array;
  readonly secondsToPerson: Float64Array;
  readonly felt: Float32Array;
  readonly feltBits: Uint8Array;
  readonly lot: Float64Array;
  readonly firstCost: Uint32Array;
  readonly costs: Uint16Array;
};

type Numbers =
  | Uint8Array<ArrayBuffer>
  | Int16Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Float32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>;

/** The same columns with room for more rows. */
export function widened(old: Columns | undefined, room: number): Columns {
  const bytes = (from: Uint8Array | undefined) => copied(from, new Uint8Array(room));
  const words = (from: Uint32Array | undefined) => copied(from, new Uint32Array(room));
  const doubles = (from: Float64Array | undefined) => copied(from, new Float64Array(room));
  return {
    size: old?.size ?? 0,
    ...{ alive: bytes(old?.alive), flags: bytes(old?.flags), feltBits: bytes(old?.feltBits) },
    ...{ customer: words(old?.customer), conversation: words(old?.conversation), nextRow: words(old?.nextRow) },
    ...{ startedAt: doubles(old?.startedAt), lastAt: doubles(old?.lastAt), closedAt: doubles(old?.closedAt) },
    ...{ place: words(old?.place), kind: words(old?.kind), said: words(old?.said), route: words(old?.route) },
    ...{ turns: words(old?.turns), returns: words(old?.returns), firstCost: words(old?.firstCost) },
    ...{ secondsToPerson: doubles(old?.secondsToPerson), lot: doubles(old?.lot) },
    tenths: copied(old?.tenths, new Int16Array(room)),
    felt: copied(old?.felt, new Float32Array(room)),
    costs: copied(old?.costs, new Uint16Array(room)),
  };
}

function copied<T extends Numbers>(from: ArrayLike<number> | undefined, to: T): T {
  if (from) to.set(from);
  return to;
}
