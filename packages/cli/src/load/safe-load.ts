import { lookup as systemLookup } from 'node:dns'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { Load, LoadedDocument } from '@boat/openbadges'
import { isLoopbackAddress, isPublicAddress } from './address.ts'

const MAX_REDIRECTS = 3
const MAX_BYTES = 1_048_576
const TIMEOUT_MS = 5000

export type SafeLoadOptions = {
  /** This machine itself, over http too: for those who develop an issuer. */
  allowLoopback: boolean
}

/**
 * Loads documents from addresses that strangers chose: https only, public addresses only (checked inside the
 * connection, so that a name cannot change its mind), three redirections, five seconds, 1 MB.
 */
export function makeSafeLoad(options: SafeLoadOptions): Load {
  return async (url) => {
    const signal = AbortSignal.timeout(TIMEOUT_MS)
    let next = checkUrl(url, options)
    for (let redirects = 0; ; redirects++) {
      const response = await ask(next, options, signal).catch((error: unknown) => askLocally(next, error, options, signal))
      const { statusCode: status = 0, headers } = response
      if (![301, 302, 303, 307, 308].includes(status)) return readBody(next, response)
      response.destroy()
      if (redirects === MAX_REDIRECTS) throw new Error('too many redirections')
      next = checkUrl(new URL(headers.location ?? '', next).href, options)
    }
  }
}

const isLocal = (host: string) => host === 'localhost' || (isIP(host) !== 0 && isLoopbackAddress(host))
const hostOf = (url: URL) => url.hostname.replace(/^\[|\]$/g, '')

/** A did:web of this machine means https, but who develops an issuer serves http. */
function askLocally(url: URL, error: unknown, options: SafeLoadOptions, signal: AbortSignal): Promise<IncomingMessage> {
  if (!options.allowLoopback || url.protocol !== 'https:' || !isLocal(hostOf(url))) throw error
  url.protocol = 'http:'
  return ask(url, options, signal)
}

function checkUrl(text: string, { allowLoopback }: SafeLoadOptions): URL {
  const url = new URL(text)
  const host = hostOf(url)
  const local = isLocal(host)
  if (url.username || url.password) throw new Error('an address with a password is refused')
  if (local && !allowLoopback) throw new Error('an address of this machine is refused (see --allow-loopback)')
  if (url.protocol !== 'https:' && !(local && url.protocol === 'http:')) throw new Error('only https is loaded')
  if (isIP(host) !== 0 && !local && !isPublicAddress(host)) throw new Error('a private address is refused')
  url.hash = ''
  return url
}

function checkedLookup(allowLoopback: boolean): LookupFunction {
  return (hostname, options, callback) => {
    systemLookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0)
      const isAllowed = (address: string) => isPublicAddress(address) || (allowLoopback && isLoopbackAddress(address))
      const [first] = addresses
      if (!first || !addresses.every(({ address }) => isAllowed(address))) return callback(new Error('a private address is refused'), '', 0)
      if (options.all) return callback(null, addresses)
      callback(null, first.address, first.family)
    })
  }
}

function ask(url: URL, { allowLoopback }: SafeLoadOptions, signal: AbortSignal): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const headers = { accept: 'application/did+json, application/ld+json, application/json, */*;q=0.5', 'accept-encoding': 'identity', 'user-agent': 'boat' }
    request(url, { lookup: checkedLookup(allowLoopback), signal, headers, agent: false }, resolve)
      .on('error', reject)
      .end()
  })
}

async function readBody(url: URL, response: IncomingMessage): Promise<LoadedDocument> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of response) {
    length += (chunk as Buffer).length
    if (length > MAX_BYTES) {
      response.destroy()
      throw new Error('more than 1 MB')
    }
    chunks.push(chunk as Buffer)
  }
  const contentType = response.headers['content-type']
  return { url: url.href, status: response.statusCode ?? 0, ...(contentType ? { contentType } : {}), body: new Uint8Array(Buffer.concat(chunks)) }
}
