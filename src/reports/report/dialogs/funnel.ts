/**
 * How far customers come in each dialog.
 */

/**
 * @property cases engaged ones that entered it
 * @property finished it came to its end; `reached`: a goal of it was reached; `resolved`: the case was solved
 * @property highEffort closed cases of high effort among them
 * @property steps slots it asks for, in the order in which it does
 */
export type Funnel = {
  readonly dialog: string;
  readonly cases: number;
  readonly finished: number;
  readonly reached: number;
  readonly resolved: number;
  readonly highEffort: number;
  readonly steps: readonly FunnelStep[];
};

/**
 * @property asked cases that came to this question
 * @property stopped those that came no further in the dialog: it was the last thing asked, and the dialog neither finished nor reached a goal
 */
export type FunnelStep = { readonly slot: string; readonly asked: number; readonly stopped: number };
