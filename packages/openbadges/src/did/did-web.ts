import { OpenBadgesError } from '../errors.ts'

/**
 * The did:web of a web address.
 *
 * @param baseUrl an `https:` (or, for development, `http:`) address; its path becomes part of the DID
 * @param path segments to add, `issuers/42`
 * @throws OpenBadgesError `invalid_did` for another scheme, or an address with a query or user
 * @see https://w3c-ccg.github.io/did-method-web/
 * @example
 * didWebFromUrl('https://badges.example') // 'did:web:badges.example'
 * didWebFromUrl('http://localhost:3000', 'issuers/42') // 'did:web:localhost%3A3000:issuers:42'
 */
export function didWebFromUrl(baseUrl: string, path = ''): string {
  let url: URL
  try {
    url = new URL(baseUrl)
  } catch (cause) {
    throw new OpenBadgesError('invalid_did', 'not a web address', { cause })
  }
  if (!/^https?:$/.test(url.protocol) || url.search || url.hash || url.username || url.password) {
    throw new OpenBadgesError('invalid_did', 'a did:web is made of an https address without query')
  }
  const segments = `${url.pathname}/${path}`.split('/').filter((segment) => segment !== '')
  return ['did:web', url.host.replace(':', '%3A'), ...segments.map(encodeSegment)].join(':')
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(decodeURIComponent(segment))
}

/**
 * Where the document of a did:web is published.
 *
 * @param did without a fragment: `did:web:host`, `did:web:host%3A3000:issuers:42`
 * @returns `https://host/.well-known/did.json`, `https://host:3000/issuers/42/did.json`
 * @throws OpenBadgesError `invalid_did`
 * @see https://w3c-ccg.github.io/did-method-web/#read-resolve
 * @example
 * didWebToUrl('did:web:badges.example:issuers:42') // 'https://badges.example/issuers/42/did.json'
 */
export function didWebToUrl(did: string): string {
  const refuse = (): never => {
    throw new OpenBadgesError('invalid_did', `not a did:web: ${did}`)
  }
  if (!/^did:web:[A-Za-z0-9._%:-]+$/.test(did)) return refuse()
  const [host = '', ...segments] = did.slice('did:web:'.length).split(':')
  const authority = host.replace(/%3A/i, ':')
  if (!/^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d{1,5})?$/.test(authority)) return refuse()
  const isUnsafe = (segment: string) => segment === '' || /^\.+$|%2f|%5c|%2e/i.test(segment)
  if (segments.some(isUnsafe)) return refuse()
  const path = segments.length > 0 ? segments.join('/') : '.well-known'
  return `https://${authority.toLowerCase()}/${path}/did.json`
}
