import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { networkInterfaces } from 'node:os'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createSafeFetch, FetchRefused, type Resolve } from './fetch.ts'

let server: Server
let port = 0
let connections = 0
let answer: RequestListener = (_, response) => response.end('reached')
let seen: { method?: string; url?: string; headers: Record<string, unknown>; body: string }[] = []

beforeAll(async () => {
  server = createServer(async (incoming, response) => {
    let body = ''
    for await (const chunk of incoming) body += chunk
    seen.push({ method: incoming.method, url: incoming.url, headers: incoming.headers, body })
    answer(incoming, response)
  })
  server.on('connection', () => (connections += 1))
  await new Promise<void>((resolve) => server.listen(0, '::', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  connections = 0
  seen = []
  answer = (_, response) => response.end('reached')
})

const local = createSafeFetch({ allowLoopback: true, allowHttp: true, timeoutMs: 1000 })
const guarded = createSafeFetch({ allowHttp: true, timeoutMs: 1000 })
const here = (path = '/') => `http://127.0.0.1:${port}${path}`
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'reached',
    (error) => (error instanceof FetchRefused ? error.code : error),
  )

const HOSTS = [
  ...['127.0.0.1', '127.0.0.2', '127.255.255.254', '127.1', '127.0.1', '0', '0.0.0.0', '00.0.0.0', '0x0', '2130706433', '02130706433'],
  ...['0x7f000001', '0X7F000001', '0x7f.0.0.1', '0x7f.1', '0177.0.0.1', '0177.1', '017700000001', '127.0x0.0.01', '%31%32%37.0.0.1', '%30'],
  ...['127.0.0.1.', '127.0.0.1%2e', '１２７.０.０.１', '127。0。0。1', '127.0.0｡1', '①②⑦.⓪.⓪.①', 'localhost', 'LOCALHOST', 'localhost.', 'LocalHost.'],
  ...['app.localhost', 'a.b.localhost', 'localhost%2e', 'ⓛocalhost', 'loc\u00adalhost', '10.0.0.1', '172.16.0.1', '192.168.0.1'],
  ...['100.64.0.1', '169.254.169.254', '192.0.0.1', '198.18.0.1', '224.0.0.1', '255.255.255.255', '[::]', '[::1]', '[0:0:0:0:0:0:0:1]'],
  ...['[0000::0001]', '[::7f00:1]', '[::127.0.0.1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[0:0:0:0:0:ffff:7f00:1]', '[::ffff:0:127.0.0.1]'],
  ...['[64:ff9b::127.0.0.1]', '[64:ff9b:1::7f00:1]', '[2002:7f00:1::]', '[2001:0:7f00:1::]', '[2001:db8::1]', '[fe80::1]', '[fc00::1]', '[fd00::1]'],
  ...['[ff02::1]', '[fe80::1%25lo]', '[::1', 'user@127.0.0.1', 'user:secret@127.0.0.1', 'badges.example@127.0.0.1', '@127.0.0.1'],
]

describe('no spelling of an address reaches a listener of this machine', () => {
  const resolve: Resolve = async () => [{ address: '127.0.0.1', family: 4 }]
  const shapes = (host: string) => [`http://${host}:${port}/`, `https://${host}:${port}/`]
  const odd = () => [
    ...[`http:127.0.0.1:${port}/`, `http:/127.0.0.1:${port}/`, `http:///127.0.0.1:${port}/`, `http:\\\\127.0.0.1:${port}\\`],
    ...[`http://badges.example\\@127.0.0.1:${port}/`, `ht\ttp://127.0.0.1:${port}/`, `http://127.0.\n0.1:${port}/`, ` http://127.0.0.1:${port}/`],
    ...[`//127.0.0.1:${port}/`, `127.0.0.1:${port}`, '', `ftp://127.0.0.1:${port}/`, `file:///etc/passwd`, `gopher://127.0.0.1:${port}/_x`],
    ...[`data:text/plain,x`, `javascript:alert(1)`, `blob:http://127.0.0.1:${port}/x`, `ws://127.0.0.1:${port}/`, `unix:/run/postgresql`],
  ]

  test('there are enough of them', () => expect(HOSTS.length).toBeGreaterThanOrEqual(60))

  test.each(HOSTS)('%s', async (host) => {
    for (const url of shapes(host)) expect(await refusal(guarded(url)), url).toMatch(/^url_(address|host|credentials|invalid)/)
    for (const url of shapes(host)) expect(await refusal(createSafeFetch({ allowHttp: true, resolve })(url)), url).toMatch(/^url_/)
    expect(connections).toBe(0)
  })

  test('malformed and foreign schemes', async () => {
    for (const url of odd()) expect(await refusal(guarded(url)), url).toMatch(/^url_(invalid|scheme_refused)/)
    expect(connections).toBe(0)
  })

  test('the addresses of this machine on its own network', async () => {
    const own = Object.values(networkInterfaces()).flatMap((found) => found ?? [])
    for (const { address, family } of own) {
      if (/^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|100\.|169\.254\.|f[cde]|::1)/.test(address) === false) continue
      expect(await refusal(guarded(`http://${family === 'IPv6' ? `[${address}]` : address}:${port}/`))).toBe('url_address_refused')
    }
    expect(connections).toBe(0)
  })

  test('the listener does answer when loopback is allowed', async () => {
    expect(new TextDecoder().decode((await local(here())).body)).toBe('reached')
    expect((await local(`http://localhost:${port}/`)).status).toBe(200)
    expect((await local(`http://[::1]:${port}/`)).status).toBe(200)
    expect(connections).toBe(3)
  })

  test('allowing loopback allows neither its disguises nor private networks', async () => {
    for (const host of ['0.0.0.0', '2130706433', '[::ffff:127.0.0.1]', '[::7f00:1]', '10.0.0.1', '169.254.169.254', '[fd00::1]', '127.0.0.1.'])
      expect(await refusal(local(`http://${host}:${port}/`)), host).toMatch(/^url_(address|host)_refused/)
    expect(connections).toBe(0)
  })
})

describe('names are judged by the address that is connected to', () => {
  const loopback = { address: '127.0.0.1', family: 4 }
  const outside = { address: '192.0.2.1', family: 4 }

  test('a name that changes its mind between two connections is judged again', async () => {
    answer = (_, response) => response.writeHead(302, { location: '/again' }).end()
    const answers = [[loopback], [{ address: '10.0.0.1', family: 4 }]]
    let asked = 0
    const fetch = createSafeFetch({ allowHttp: true, allowLoopback: true, resolve: async () => answers[asked++]! })
    expect(await refusal(fetch(`http://rebind.example:${port}/`))).toBe('url_address_refused')
    expect([asked, connections]).toEqual([2, 1])
  })

  test('the address that was checked is the one connected to', async () => {
    let asked = 0
    const resolve: Resolve = async () => (asked++ === 0 ? [loopback] : [outside])
    const fetch = createSafeFetch({ allowHttp: true, allowLoopback: true, resolve })
    expect((await fetch(`http://badges.example:${port}/`)).status).toBe(200)
    expect([asked, seen[0]?.headers.host]).toEqual([1, `badges.example:${port}`])
  })

  test.each([
    ['one private address among public ones', [{ address: '8.8.8.8', family: 4 }, loopback]],
    ['a mapped address', [{ address: '::ffff:127.0.0.1', family: 6 }]],
    ['a NAT64 address', [{ address: '64:ff9b::7f00:1', family: 6 }]],
    ['something that is no address', [{ address: 'localhost', family: 4 }]],
  ])('%s is refused', async (_, found) => {
    const fetch = createSafeFetch({ allowHttp: true, resolve: async () => found })
    expect(await refusal(fetch(`http://badges.example:${port}/`))).toBe('url_address_refused')
    expect(connections).toBe(0)
  })

  test('a name without an address, or a resolver that fails or hangs, is the network’s fault', async () => {
    const failing = (resolve: Resolve) => createSafeFetch({ resolve, timeoutMs: 200 })('https://badges.example/').catch((error) => error)
    const empty = await failing(async () => [])
    const broken = await failing(() => Promise.reject(new Error('getaddrinfo ENOTFOUND badges.example')))
    const hanging = await failing(() => new Promise(() => {}))
    expect([empty.code, broken.code, hanging.code]).toEqual(['url_unreachable', 'url_unreachable', 'url_timeout'])
    expect([empty, broken, hanging].every((error) => error.isTransient)).toBe(true)
  })
})

describe('what a URL may be', () => {
  const nowhere = createSafeFetch({ resolve: async () => [{ address: '10.0.0.1', family: 4 }] })

  test('http is refused unless it was allowed', async () => {
    expect(await refusal(nowhere('http://badges.example/'))).toBe('url_scheme_refused')
    expect(await refusal(createSafeFetch({ allowLoopback: true })(here()))).toBe('url_scheme_refused')
  })

  test.each([21, 22, 25, 110, 445, 993])('port %i is refused', async (refused) => {
    expect(await refusal(nowhere(`https://badges.example:${refused}/`))).toBe('url_port_refused')
  })

  test.each(['', ':443', ':80', ':1024', ':8443'])('port "%s" goes as far as the address', async (allowed) => {
    expect(await refusal(nowhere(`https://badges.example${allowed}/`))).toBe('url_address_refused')
  })

  test.each(['https://écoles.example/', 'HTTPS://Badges.Example/a?b=c#d', 'https://badges.example/a@b', 'https://badges.example?x=1'])('%s is legitimate', async (url) => {
    expect(await refusal(nowhere(url))).toBe('url_address_refused')
  })

  test('a URL of more than 8,192 characters is refused', async () => {
    expect(await refusal(nowhere(`https://badges.example/${'a'.repeat(8192)}`))).toBe('url_invalid')
  })

  test('a refusal says nothing of what was found', async () => {
    const error = await nowhere('https://intranet.example/token=1').catch((thrown: FetchRefused) => thrown)
    expect(`${error} ${JSON.stringify(error)}`).not.toMatch(/10\.0\.0\.1|intranet|token/)
  })
})
