import { expect, test } from 'vitest'
import { isLoopbackAddress, isPublicAddress } from './address.ts'

const PUBLIC = ['8.8.8.8', '1.1.1.1', '172.15.255.255', '172.32.0.1', '100.63.255.255', '100.128.0.1', '198.17.0.1', '223.255.255.255']
const PUBLIC_6 = ['2606:4700:4700::1111', '2a00:1450:4007::200e', '2001:4860:4860::8888', '2001:200::1', '2620:fe::fe']

test.each([...PUBLIC, ...PUBLIC_6])('%s is public', (address) => expect(isPublicAddress(address)).toBe(true))

test.each([
  ['0.0.0.0', 'this network'],
  ['0.1.2.3', 'this network'],
  ['10.1.2.3', 'private'],
  ['172.16.0.1', 'private'],
  ['172.31.255.255', 'private'],
  ['192.168.1.1', 'private'],
  ['100.64.0.1', 'carrier-grade NAT'],
  ['100.127.255.254', 'carrier-grade NAT'],
  ['127.0.0.1', 'loopback'],
  ['127.255.255.254', 'loopback'],
  ['169.254.169.254', 'link-local'],
  ['192.0.0.1', 'protocol assignments'],
  ['192.0.2.1', 'documentation'],
  ['192.88.99.1', '6to4 relay'],
  ['198.18.0.1', 'benchmark'],
  ['198.51.100.1', 'documentation'],
  ['203.0.113.1', 'documentation'],
  ['224.0.0.1', 'multicast'],
  ['239.255.255.255', 'multicast'],
  ['240.0.0.1', 'reserved'],
  ['255.255.255.255', 'broadcast'],
  ['::', 'unspecified'],
  ['::1', 'loopback'],
  ['::7f00:1', 'IPv4-compatible'],
  ['::127.0.0.1', 'IPv4-compatible'],
  ['::808:808', 'IPv4-compatible, public inside'],
  ['::ffff:127.0.0.1', 'IPv4-mapped'],
  ['::ffff:8.8.8.8', 'IPv4-mapped, public inside'],
  ['::ffff:0:7f00:1', 'IPv4-translated'],
  ['64:ff9b::7f00:1', 'NAT64'],
  ['64:ff9b:1::a00:1', 'local NAT64'],
  ['100::1', 'discard'],
  ['2001::7f00:1', 'Teredo'],
  ['2001:0:4136:e378:8000:63bf:80ff:fffe', 'Teredo'],
  ['2001:10::1', 'ORCHID'],
  ['2001:2::1', 'benchmark'],
  ['2001:db8::1', 'documentation'],
  ['2002:7f00:1::1', '6to4'],
  ['3fff::1', 'documentation'],
  ['5f00::1', 'segment routing'],
  ['2a00:1450::5efe:7f00:1', 'ISATAP'],
  ['2a00:1450::200:5efe:10.0.0.1', 'ISATAP'],
  ['fc00::1', 'unique-local'],
  ['fd12:3456::1', 'unique-local'],
  ['fe80::1', 'link-local'],
  ['fe80::1%eth0', 'link-local with a zone'],
  ['2a00:1450::1%eth0', 'zone'],
  ['fec0::1', 'site-local'],
  ['ff02::1', 'multicast'],
  ['localhost', 'not an address'],
  ['2130706433', 'not an address'],
  ['127.1', 'not an address'],
  ['', 'not an address'],
])('%s is not public (%s)', (address) => expect(isPublicAddress(address)).toBe(false))

test('only the two plain forms are loopback', () => {
  expect(['127.0.0.1', '127.9.9.9', '::1', '0:0:0:0:0:0:0:1'].filter((address) => !isLoopbackAddress(address))).toEqual([])
  expect(['::7f00:1', '::ffff:127.0.0.1', '0.0.0.0', '64:ff9b::7f00:1', '128.0.0.1'].filter(isLoopbackAddress)).toEqual([])
})
