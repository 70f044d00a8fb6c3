import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
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
const here = (path = '/') => `http://127.0.0.1:${port}${path}`
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'reached',
    (error) => (error instanceof FetchRefused ? error.code : error),
  )

describe('redirects', () => {
  const redirectTo = (location: string, status = 302) => {
    answer = (incoming, response) => {
      if (incoming.url !== '/') return response.end('arrived')
      response.writeHead(status, { location })
      response.end()
    }
  }

  test('are followed, and the last URL is told', async () => {
    redirectTo('/there#part')
    const { url, body } = await local(here())
    expect([url, new TextDecoder().decode(body)]).toEqual([here('/there'), 'arrived'])
  })

  test.each([
    ['http://10.0.0.1/', 'url_address_refused'],
    ['http://169.254.169.254/latest/meta-data/', 'url_address_refused'],
    ['http://[::ffff:127.0.0.1]/', 'url_address_refused'],
    ['http://2130706433/', 'url_host_refused'],
    ['http://user:secret@badges.example/', 'url_credentials_refused'],
    ['http://badges.example:25/', 'url_port_refused'],
    ['file:///etc/passwd', 'url_scheme_refused'],
    ['gopher://127.0.0.1/', 'url_scheme_refused'],
    ['http://', 'url_redirect_invalid'],
  ])('to %s is refused', async (location, code) => {
    redirectTo(location)
    expect(await refusal(local(here()))).toBe(code)
    expect(connections).toBe(1)
  })

  test('from a public name to this machine is refused', async () => {
    // The first host is let through by a resolver that stands for the outside; the second is asked for afresh.
    redirectTo(`http://inside.example:${port}/there`)
    const resolve: Resolve = async (hostname) => [hostname === 'outside.example' ? { address: '127.0.0.1', family: 4 } : { address: '10.0.0.1', family: 4 }]
    const fetch = createSafeFetch({ allowHttp: true, allowLoopback: true, resolve })
    expect(await refusal(fetch(`http://outside.example:${port}/`))).toBe('url_address_refused')
    expect(connections).toBe(1)
  })

  test('to plain http are refused where only https is allowed', async () => {
    expect(await refusal(createSafeFetch({ allowLoopback: true })(here()))).toBe('url_scheme_refused')
  })

  test('stop after three', async () => {
    answer = (incoming, response) => {
      const step = Number(incoming.url!.slice(1))
      response.writeHead(step < 3 ? 302 : 200, { location: `/${step + 1}` })
      response.end()
    }
    expect((await local(here('/0'))).url).toBe(here('/3'))
    answer = (incoming, response) => response.writeHead(307, { location: `${incoming.url}x` }).end()
    seen = []
    expect(await refusal(local(here()))).toBe('url_too_many_redirects')
    expect(seen).toHaveLength(4)
  })

  test('without a location are refused', async () => {
    answer = (_, response) => response.writeHead(302).end()
    expect(await refusal(local(here()))).toBe('url_redirect_invalid')
  })

  test('keep headers at home', async () => {
    redirectTo(`http://localhost:${port}/there`)
    await local(here(), { accept: 'application/ld+json', headers: { authorization: 'Bearer secret' } })
    expect(seen.map(({ headers }) => [headers.accept, headers.authorization])).toEqual([
      ['application/ld+json', 'Bearer secret'],
      ['application/ld+json', undefined],
    ])
  })

  test('never carry a body to another site, and turn 303 into GET', async () => {
    redirectTo(`http://localhost:${port}/there`, 307)
    expect(await refusal(local(here(), { method: 'POST', body: 'pupils' }))).toBe('url_redirect_invalid')
    redirectTo('/there', 303)
    seen = []
    await local(here(), { method: 'POST', body: 'pupils' })
    expect(seen.map(({ method, body }) => [method, body])).toEqual([
      ['POST', 'pupils'],
      ['GET', ''],
    ])
  })
})

describe('bodies', () => {
  const small = createSafeFetch({ allowLoopback: true, allowHttp: true, maxBytes: 1000, timeoutMs: 400 })
  const elapsed = async (promise: Promise<unknown>) => {
    const start = performance.now()
    return [await refusal(promise), performance.now() - start] as const
  }

  test('up to the limit are read', async () => {
    answer = (_, response) => response.setHeader('content-type', 'application/json').end('a'.repeat(1000))
    expect(await small(here())).toMatchObject({ status: 200, contentType: 'application/json', body: { length: 1000 } })
  })

  test('announced or found larger are refused', async () => {
    answer = (_, response) => response.end('a'.repeat(1001))
    expect(await refusal(small(here()))).toBe('url_body_too_large')
    answer = (_, response) => {
      response.write('a'.repeat(600))
      response.end('a'.repeat(600))
    }
    expect(await refusal(small(here()))).toBe('url_body_too_large')
  })

  test('without end are cut', async () => {
    let closed = false
    answer = (_, response) => {
      const timer = setInterval(() => response.write('a'.repeat(100)), 1)
      response.on('close', () => {
        closed = true
        clearInterval(timer)
      })
    }
    expect(await refusal(small(here()))).toBe('url_body_too_large')
    await expect.poll(() => closed).toBe(true)
  })

  test.each([
    ['one byte at a time', (send: () => void) => setInterval(send, 50)],
    ['not at all', () => undefined],
  ])('that come %s are cut in time', async (_, start) => {
    let closed = false
    answer = (_incoming, response) => {
      response.flushHeaders()
      const timer = start(() => response.write('a'))
      response.on('close', () => {
        closed = true
        clearInterval(timer)
      })
    }
    const [code, ms] = await elapsed(small(here()))
    expect(code).toBe('url_timeout')
    expect(ms).toBeLessThan(5000)
    await expect.poll(() => closed).toBe(true)
  })

  test('whose headers never come, or that redirect slowly, share the same time limit', async () => {
    answer = () => {}
    expect((await elapsed(small(here())))[0]).toBe('url_timeout')
    answer = (incoming, response) => void setTimeout(() => response.writeHead(302, { location: `${incoming.url}x` }).end(), 180)
    const [code, ms] = await elapsed(small(here()))
    expect(code).toBe('url_timeout')
    expect(ms).toBeLessThan(5000)
  })

  test('compressed against our wish are read, and counted once inflated', async () => {
    answer = (_, response) => response.setHeader('content-encoding', 'gzip').end(gzipSync('a'.repeat(900)))
    expect((await small(here())).body).toHaveLength(900)
    answer = (_, response) => response.setHeader('content-encoding', 'gzip').end(gzipSync('a'.repeat(200_000)))
    expect(await refusal(small(here()))).toBe('url_body_too_large')
    expect(seen[0]?.headers['accept-encoding']).toBe('identity')
  })

  test('in an unknown or false encoding are refused', async () => {
    answer = (_, response) => response.setHeader('content-encoding', 'zstd').end('x')
    expect(await refusal(small(here()))).toBe('url_encoding_refused')
    answer = (_, response) => response.setHeader('content-encoding', 'gzip').end('not gzip')
    expect(await refusal(small(here()))).toBe('url_encoding_refused')
    answer = (_, response) => response.setHeader('content-encoding', 'gzip, gzip').end(gzipSync(gzipSync('x')))
    expect(await refusal(small(here()))).toBe('url_encoding_refused')
  })

  test('that break off, and a server that hangs up, are the network’s fault', async () => {
    answer = (_, response) => {
      response.writeHead(200, { 'content-length': '50' }).write('a')
      setTimeout(() => response.destroy(), 20)
    }
    expect(await refusal(small(here()))).toBe('url_unreachable')
    answer = (_, response) => void response.destroy()
    expect(await refusal(small(here()))).toBe('url_unreachable')
  })

  test('of an error answer come with its status', async () => {
    answer = (_, response) => response.writeHead(410).end('gone')
    expect(await small(here())).toMatchObject({ status: 410, url: here() })
  })

  test('over TLS need a certificate', async () => {
    expect(await refusal(small(`https://127.0.0.1:${port}/`))).toBe('url_unreachable')
  })
})
