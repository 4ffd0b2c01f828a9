/**
 * Which addresses of machines are anybody's on the Internet. Everything else leads to this machine, its network or nowhere (IANA's special-purpose
 * registries, RFC 6890 and its updates).
 */
import { BlockList, isIP } from 'node:net';

const notPublic = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const;

/** Of version 6 only what is given out at all; in it what tunnels to version 4, and what stands in documentation, is none. */
const givenOut = ['2000::', 3] as const;
const notPublic6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;

export function isPublicAddress(address: string): boolean {
  const blocked = new BlockList();
  for (const [net, prefix] of notPublic) blocked.addSubnet(net, prefix, 'ipv4');
  if (isIP(address) === 4) return !blocked.check(address, 'ipv4');
  if (isIP(address) !== 6) return false;
  const given = new BlockList();
  given.addSubnet(...givenOut, 'ipv6');
  for (const [net, prefix] of notPublic6) blocked.addSubnet(net, prefix, 'ipv6');
  return given.check(address, 'ipv6') && !blocked.check(address, 'ipv6');
}
