/** A moment in UTC, in milliseconds since 1970. Durations are `…Ms` or `…Seconds`, never an `Instant`. */
export type Instant = number;
