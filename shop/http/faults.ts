/** Faults on order: how the shop is made to misbehave, so that a bot's error paths are tried for real. */
import { numberField, oneOf, textField } from './fields.ts';

const kinds = ['status', 'slow', 'hang', 'reset', 'garbage'] as const;

export type Fault = {
  /** `*` stands for any characters, `/` included */
  readonly path: string;
  /** upper case; `null`: every method */
  readonly method: string | null;
  /** `slow` answers late, `hang` never, `reset` drops the connection, `garbage` answers 200 with something that is not JSON */
  readonly kind: (typeof kinds)[number];
  /** of kind `status` */
  readonly status: number;
  /** waited before anything else, with every kind */
  readonly delayMs: number;
  /** how often it still strikes; `null`: until deleted */
  readonly times: number | null;
  /** the request is carried out and then the fault strikes: only the answer is lost */
  readonly isAfter: boolean;
};

/** @returns what is wrong with the body, as text, or the fault. Defaults: status 503, 5 s for `slow`, any method, no end, before. */
export function readFault(body: Readonly<Record<string, unknown>>): Fault | string {
  const path = textField(body, 'path');
  const kind = oneOf(textField(body, 'kind'), kinds);
  if (path === undefined || !path.startsWith('/')) return "A fault needs a path that begins with '/'.";
  if (kind === undefined) return `A fault needs a kind: ${kinds.join(', ')}.`;
  const status = numberField(body, 'status') ?? 503;
  if (status < 200 || status > 599) return 'The status of a fault is between 200 and 599.';
  return {
    path,
    method: textField(body, 'method')?.toUpperCase() ?? null,
    kind,
    status,
    delayMs: Math.max(0, numberField(body, 'delayMs') ?? (kind === 'slow' ? 5000 : 0)),
    times: numberField(body, 'times') ?? null,
    isAfter: body['after'] === true,
  };
}

/** The first fault that fits, and the list with one strike less. */
export function strike(
  faults: readonly Fault[],
  request: { readonly method: string; readonly path: string },
): { readonly fault: Fault | undefined; readonly left: Fault[] } {
  const fault = faults.find((candidate) => fits(candidate, request));
  const left = faults.map((each) =>
    each === fault && each.times !== null ? { ...each, times: each.times - 1 } : each,
  );
  return { fault, left: left.filter((each) => each.times === null || each.times > 0) };
}

function fits(fault: Fault, request: { readonly method: string; readonly path: string }): boolean {
  if (fault.method !== null && fault.method !== request.method) return false;
  return matchesWildcard(fault.path.split('*'), request.path);
}

/** Parts must follow each other, the first at the start, the last at the end; linear in the path's length. */
function matchesWildcard(parts: readonly string[], path: string): boolean {
  const [first = '', ...rest] = parts;
  const last = rest.pop();
  if (last === undefined) return path === first;
  if (!path.startsWith(first)) return false;
  let from = first.length;
  for (const part of rest) {
    const at = path.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return path.length - last.length >= from && path.endsWith(last);
}
