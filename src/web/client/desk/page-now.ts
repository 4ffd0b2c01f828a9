/**
 * Milliseconds that pass as long as the page is open, whatever is done to the machine's clock. The clocks of page and server may differ, too: the server
 * tells how long something lasts, and what lasts is counted by this.
 */
export function pageNow(): number {
  return performance.timeOrigin + performance.now();
}
