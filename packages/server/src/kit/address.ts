// Which addresses of the network the server may connect to: what the IANA special-purpose registries do not reserve.
import { BlockList, isIPv4, isIPv6 } from 'node:net'

const reserved4 = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // carrier-grade NAT
  ['127.0.0.0', 8], // loopback
  ['169.254.0.0', 16], // link-local, and the metadata service of every cloud
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocol assignments
  ['192.0.2.0', 24], // documentation
  ['192.31.196.0', 24], // AS112
  ['192.52.193.0', 24], // AMT
  ['192.88.99.0', 24], // 6to4 relays
  ['192.168.0.0', 16], // private
  ['192.175.48.0', 24], // AS112
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, broadcast
] as const) {
  reserved4.addSubnet(network, prefix, 'ipv4')
}

// Everything that carries an IPv4 address outside 2000::/3 (mapped, compatible, translated, NAT64) falls with the rest of it.
const global6 = new BlockList()
global6.addSubnet('2000::', 3, 'ipv6')

const reserved6 = new BlockList()
for (const [network, prefix] of [
  ['2001::', 23], // protocol assignments: Teredo, ORCHID, benchmarks
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4
  ['2620:4f:8000::', 48], // AS112
  ['3ffe::', 16], // returned 6bone space
  ['3fff::', 20], // documentation
] as const) {
  reserved6.addSubnet(network, prefix, 'ipv6')
}

// ISATAP hides an IPv4 address behind any prefix: an interface identifier of ::5efe:a.b.c.d or ::200:5efe:a.b.c.d.
const isatap = /(?:::|:0:|:200:)5efe:[0-9a-f]{1,4}:[0-9a-f]{1,4}$/

export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !reserved4.check(address, 'ipv4')
  if (!isIPv6(address) || address.includes('%')) return false
  return global6.check(address, 'ipv6') && !reserved6.check(address, 'ipv6') && !isatap.test(canonical6(address))
}

/** 127.0.0.0/8 and ::1 only: the disguised forms stay refused. */
export function isLoopbackAddress(address: string): boolean {
  if (isIPv4(address)) return address.startsWith('127.')
  return isIPv6(address) && canonical6(address) === '::1'
}

function canonical6(address: string): string {
  return URL.canParse(`http://[${address}]`) ? new URL(`http://[${address}]`).hostname.slice(1, -1) : ''
}
