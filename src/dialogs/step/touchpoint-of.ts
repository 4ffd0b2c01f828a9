/** The key of a touchpoint: channel × entry point, as `web:checkout`. */
export function touchpointOf(channel: string, entryPoint: string): string {
  return `${channel}:${entryPoint}`;
}
