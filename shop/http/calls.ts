/** A request the shop received: for tests that ask what was really sent. Control routes and health checks are not kept. */
export type Call = {
  /** from 1, in order of arrival */
  readonly index: number;
  readonly method: string;
  /** without the query */
  readonly path: string;
  readonly query: string;
  readonly idempotencyKey: string | null;
  readonly body: unknown;
  /** ISO instant */
  readonly at: string;
};
