// The only file of the server that opens outbound connections to an address somebody else chose.
import { lookup as systemLookup } from 'node:dns/promises'
import { isIP, isIPv4, type LookupFunction } from 'node:net'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate } from 'node:zlib'
import { Agent, type Dispatcher, request } from 'undici'
import { isLoopbackAddress, isPublicAddress } from './address.ts'
import { Refusal } from './errors.ts'

const STATUS = {
  url_invalid: 400,
  url_scheme_refused: 400,
  url_credentials_refused: 400,
  url_host_refused: 400,
  url_port_refused: 400,
  url_address_refused: 400,
  url_redirect_invalid: 422,
  url_too_many_redirects: 422,
  url_body_too_large: 422,
  url_encoding_refused: 422,
  url_timeout: 504,
  url_unreachable: 502,
} as const
export type FetchRefusedCode = keyof typeof STATUS

/** Says no more than its code: neither the address that was found nor what answered there. The `cause` is for the log. */
export class FetchRefused extends Refusal {
  override name = 'FetchRefused'
  declare readonly code: FetchRefusedCode
  /** The world failed, not the URL: worth another try later. */
  readonly isTransient: boolean

  constructor(code: FetchRefusedCode, cause?: unknown) {
    super(code, STATUS[code])
    this.isTransient = code === 'url_timeout' || code === 'url_unreachable'
    if (cause !== undefined) this.cause = cause
  }
}

export type Resolve = (hostname: string) => Promise<{ address: string; family: number }[]>
export type SafeFetchOptions = {
  /** The tests and the demonstration, which read their own badges back. */
  allowLoopback?: boolean
  allowHttp?: boolean
  timeoutMs?: number
  maxBytes?: number
  maxRedirects?: number
  resolve?: Resolve
}
export type FetchInit = { accept?: string; method?: 'GET' | 'POST'; body?: string | Uint8Array; headers?: Record<string, string> }
export type Fetched = { url: string; status: number; contentType?: string; body: Uint8Array }
export type SafeFetch = (url: string, init?: FetchInit) => Promise<Fetched>

type Policy = Required<SafeFetchOptions>
type Call = { init: FetchInit; policy: Policy; agent: Agent }
const resolveAll: Resolve = (hostname) => systemLookup(hostname, { all: true })

export function createSafeFetch(options: SafeFetchOptions = {}): SafeFetch {
  const policy: Policy = { allowLoopback: false, allowHttp: false, timeoutMs: 5000, maxBytes: 1_048_576, maxRedirects: 3, resolve: resolveAll, ...options }
  return async (url, init = {}) => {
    const first = checkUrl(url, policy)
    // One agent per call: nothing outlives it, and destroying it cuts whatever is still open.
    const agent = new Agent({ connect: { lookup: checkedLookup(policy), rejectUnauthorized: true, timeout: policy.timeoutMs }, pipelining: 0 })
    const deadline = expiry(policy.timeoutMs)
    try {
      return await Promise.race([follow(first, { init, policy, agent }), deadline.passed])
    } catch (error) {
      throw asRefusal(error)
    } finally {
      deadline.cancel()
      await agent.destroy()
    }
  }
}

async function follow(first: URL, { init, policy, agent }: Call): Promise<Fetched> {
  let url = first
  let next = init
  for (let redirects = 0; ; redirects += 1) {
    const response = await send(url, next, agent)
    if (![301, 302, 303, 307, 308].includes(response.statusCode)) return readResponse(url, response, policy)
    response.body.on('error', () => {}).destroy()
    const location = response.headers.location
    if (typeof location !== 'string' || !URL.canParse(location, url.href)) throw new FetchRefused('url_redirect_invalid')
    if (redirects >= policy.maxRedirects) throw new FetchRefused('url_too_many_redirects')
    const target = checkUrl(absolute(location, url), policy)
    next = redirected(next, response.statusCode, target.origin === url.origin)
    url = target
  }
}

function send(url: URL, init: FetchInit, agent: Agent): Promise<Dispatcher.ResponseData> {
  return request(url, {
    dispatcher: agent,
    method: init.method ?? 'GET',
    headers: { ...init.headers, accept: init.accept ?? '*/*', 'accept-encoding': 'identity' },
    ...(init.body === undefined ? {} : { body: typeof init.body === 'string' ? init.body : Buffer.from(init.body) }),
    reset: true,
  })
}

/** What was meant for one site, its headers or a body, never travels to another. */
function redirected(init: FetchInit, status: number, sameOrigin: boolean): FetchInit {
  const keepsMethod = status === 307 || status === 308 || (init.method ?? 'GET') === 'GET'
  if (!sameOrigin && keepsMethod && init.method === 'POST') throw new FetchRefused('url_redirect_invalid')
  if (!keepsMethod) return { accept: init.accept }
  return sameOrigin ? init : { accept: init.accept }
}

async function readResponse(url: URL, { statusCode, headers, body }: Dispatcher.ResponseData, { maxBytes }: Policy): Promise<Fetched> {
  const chunks: Buffer[] = []
  let size = 0
  if (Number(headers['content-length'] ?? 0) > maxBytes) throw tooLarge(body)
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxBytes) throw tooLarge(body)
    chunks.push(chunk)
  }
  const contentType = headers['content-type']
  return {
    url: url.href,
    status: statusCode,
    ...(typeof contentType === 'string' ? { contentType } : {}),
    body: new Uint8Array(await decoded(Buffer.concat(chunks), headers['content-encoding'], maxBytes)),
  }
}

function tooLarge(body: Dispatcher.ResponseData['body']): FetchRefused {
  body.on('error', () => {}).destroy()
  return new FetchRefused('url_body_too_large')
}

const DECODERS = { gzip: promisify(gunzip), 'x-gzip': promisify(gunzip), deflate: promisify(inflate), br: promisify(brotliDecompress) }

/** Some servers compress although only `identity` was asked: one layer is read, and its output counted. */
async function decoded(bytes: Buffer, encoding: string | string[] | undefined, maxBytes: number): Promise<Buffer> {
  const name = String(encoding ?? 'identity')
    .trim()
    .toLowerCase()
  if (name === 'identity' || name === '' || bytes.length === 0) return bytes
  if (!Object.hasOwn(DECODERS, name)) throw new FetchRefused('url_encoding_refused')
  try {
    return await DECODERS[name as keyof typeof DECODERS](bytes, { maxOutputLength: maxBytes })
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw new FetchRefused(isTooLarge ? 'url_body_too_large' : 'url_encoding_refused', error)
  }
}

function checkUrl(text: string, policy: Policy): URL {
  // The parser forgives tabs, backslashes, missing slashes: what was checked elsewhere may then not be what is fetched.
  const authority = /^https?:\/\/([^/?#]+)/i.exec(text)?.[1]
  if (text.length > 8192 || /[\s\\\p{Cc}]/u.test(text) || !URL.canParse(text)) throw new FetchRefused('url_invalid')
  const url = new URL(text)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && policy.allowHttp)) throw new FetchRefused('url_scheme_refused')
  if (authority === undefined) throw new FetchRefused('url_invalid')
  if (url.username !== '' || url.password !== '' || authority.includes('@')) throw new FetchRefused('url_credentials_refused')
  checkHost(url.hostname, authority.replace(/:\d*$/, '').toLowerCase(), policy)
  // Issuers do run on 8443 and the like; the ports reserved below 1024 are services that could be made to act on a forged request.
  if (url.port !== '' && url.port !== '80' && url.port !== '443' && Number(url.port) < 1024) throw new FetchRefused('url_port_refused')
  url.hash = ''
  return url
}

function checkHost(hostname: string, written: string, policy: Policy): void {
  const literal = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname
  // 2130706433, 0x7f.1, 0177.0.0.1, %31.0.0.1 and full-width digits are all spellings that only hide an address.
  if (isIPv4(literal) && written !== literal) throw new FetchRefused('url_host_refused')
  if (hostname.endsWith('.') || hostname === '') throw new FetchRefused('url_host_refused')
  if (isIP(literal) !== 0) checkAddress(literal, policy)
  else if (!policy.allowLoopback && /(?:^|\.)localhost$/.test(hostname)) throw new FetchRefused('url_address_refused')
}

function checkAddress(address: string, { allowLoopback }: Policy): void {
  if (!isPublicAddress(address) && !(allowLoopback && isLoopbackAddress(address))) throw new FetchRefused('url_address_refused')
}

/** Checks inside the connection itself, so that the name cannot mean another address a moment later. One bad address condemns the name. */
function checkedLookup(policy: Policy): LookupFunction {
  return (hostname, options, callback) => {
    policy.resolve(hostname).then(
      (found) => {
        try {
          if (found.length === 0) throw new FetchRefused('url_unreachable')
          for (const { address } of found) checkAddress(address, policy)
        } catch (error) {
          return callback(error as Error, '', 0)
        }
        if (options.all) return callback(null, found)
        callback(null, found[0]!.address, found[0]!.family)
      },
      (error) => callback(error, '', 0),
    )
  }
}

function expiry(ms: number) {
  let timer: NodeJS.Timeout | undefined
  const passed = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new FetchRefused('url_timeout')), ms)
  })
  return { passed, cancel: () => clearTimeout(timer) }
}

function asRefusal(error: unknown): FetchRefused {
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (cause instanceof FetchRefused) return cause
  const isTimeout = error instanceof Error && /Timeout/.test(error.name)
  return new FetchRefused(isTimeout ? 'url_timeout' : 'url_unreachable', error)
}

const absolute = (location: string, base: URL): string => (/^[a-z][a-z0-9+.-]*:/i.test(location) ? location : new URL(location, base).href)
