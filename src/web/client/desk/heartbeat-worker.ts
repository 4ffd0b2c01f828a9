/** A thread that only counts: browsers slow down the clocks of pages nobody looks at, and an agent who reads mail is still there. */
const everyMs = 10_000;

setInterval(() => self.postMessage(null), everyMs);
