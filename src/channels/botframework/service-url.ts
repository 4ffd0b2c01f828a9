/**
 * Whether a bot may call the address that an activity gives as its channel's: who can send an activity could else make the server call anything.
 */
const microsofts = [
  '.botframework.com',
  'smba.trafficmanager.net',
  '.botframework.azure.us',
  '.botframework.azure.cn',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
];

/**
 * @param allowed hosts besides Microsoft's: names, or endings that begin with a dot
 * @param isAnonymous this machine may be called, without encryption too
 */
export function isAllowedService(
  address: string,
  { allowed, isAnonymous }: { readonly allowed: readonly string[]; readonly isAnonymous: boolean },
): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  if (username !== '' || password !== '') return false;
  if (isAnonymous && isThisMachine(hostname)) return protocol === 'http:' || protocol === 'https:';
  return protocol === 'https:' && [...microsofts, ...allowed].some((host) => fits(hostname, host));
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

function fits(hostname: string, host: string): boolean {
  return host.startsWith('.') ? hostname.endsWith(host) : hostname === host;
}
