/** Which addresses may be reached from here: those of the public internet. */
import { BlockList, isIPv4, isIPv6 } from 'node:net'

/** IANA's special-purpose registry, and the metadata services that stand outside of it. */
const DENIED_IPV4 = [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // carrier-grade NAT; a metadata service of Alibaba
  ['127.0.0.0', 8], // loopback
  ['168.63.129.16', 32], // Azure's host
  ['169.254.0.0', 16], // link-local; metadata services
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // IETF protocols; a metadata service of Oracle
  ['192.0.2.0', 24], // documentation
  ['192.88.99.0', 24], // 6to4 relays
  ['192.168.0.0', 16], // private
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, broadcast
] as const

/**
 * All that is public lies in 2000::/3. So loopback, unspecified, link-local, unique local, site-local, multicast,
 * v4-mapped, v4-compatible and both NAT64 prefixes are out without a line of their own.
 */
const PUBLIC_IPV6 = ['2000::', 3] as const
const DENIED_IPV6 = [
  ['2001::', 23], // IETF protocols, Teredo, ORCHID
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4: it holds an IPv4 address that would be reached
  ['3fff::', 20], // documentation
] as const

const denied = new BlockList()
for (const [network, prefix] of DENIED_IPV4) denied.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of DENIED_IPV6) denied.addSubnet(network, prefix, 'ipv6')
const publicIpv6 = new BlockList()
publicIpv6.addSubnet(...PUBLIC_IPV6, 'ipv6')

export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !denied.check(address, 'ipv4')
  // An address with a zone is one of this link.
  if (!isIPv6(address) || address.includes('%')) return false
  return publicIpv6.check(address, 'ipv6') && !denied.check(address, 'ipv6')
}
