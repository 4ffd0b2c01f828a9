/** `orderPath('40010001', 'refund')` → `/orders/40010001/refund` */
export function orderPath(number: string, part: string): string {
  return `/orders/${encodeURIComponent(number)}/${part}`;
}
