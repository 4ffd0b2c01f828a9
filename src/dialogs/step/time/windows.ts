const hourMs = 3_600_000;
/** Silence after which an issue counts as left. Measurement §3. */
export const silenceMs = 24 * hourMs;
/** Window in which the customer may come back with the same issue, where their intent names no other. Measurement §1. */
export const windowMs = 7 * 24 * hourMs;
