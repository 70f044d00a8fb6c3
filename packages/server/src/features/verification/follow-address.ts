// From an address that somebody copied out of a browser to the badge behind it.
import type { Ctx } from '#ctx'
import type { Fetched } from '#kit/fetch.ts'
import { FetchRefused } from '#kit/fetch.ts'
import { ACCEPT_BADGE, type DocumentLoader, ownAddress } from './document-loader.ts'
import { expectBadge, notABadge, refuse } from './verification.errors.ts'

const BADGE_TYPES = ['application/vc+ld+json', 'application/vc', 'application/vc+jwt', 'application/ld+json', 'application/json', 'image/png', 'image/svg+xml']
const MAX_ALTERNATES = 3

/**
 * The address of the badge's document: the same one when it answers with a badge, else what the page names as its alternate.
 * An address that does not answer is given back as it is: the report says that nothing could be known.
 */
export async function followAddress(ctx: Ctx, { loadAs }: DocumentLoader, address: string): Promise<string> {
  refuseOwnPages(ctx, address)
  const fetched = await ask(loadAs, address, ACCEPT_BADGE)
  if (!fetched || isSilent(fetched)) return address
  if (!isHtml(fetched)) {
    expectBadge(fetched.body)
    return address
  }
  for (const { type, href } of listAlternates(fetched)) {
    if (ownAddress(ctx, href) && isVerifyPage(ctx, href)) continue
    const alternate = await ask(loadAs, href, type).catch(() => undefined)
    if (alternate?.status !== 200 || isHtml(alternate)) continue
    expectBadge(alternate.body)
    return href
  }
  throw notABadge('page')
}

/** A verification that asks for a verification would never end; a claim address opens a badge, and shows none. */
function refuseOwnPages(ctx: Ctx, address: string): void {
  if (isVerifyPage(ctx, address)) throw notABadge('page')
  if (/^\/claim\b/.test(ownPath(ctx, address))) throw notABadge('claim')
}

const ownPath = (ctx: Ctx, address: string): string => ownAddress(ctx, address)?.slice(ctx.config.url.length) ?? ''
const isVerifyPage = (ctx: Ctx, address: string): boolean => /^\/+verify\b/i.test(decodeURIComponentSafely(ownPath(ctx, address)))

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Undefined when the world failed, not the address. */
async function ask(loadAs: DocumentLoader['loadAs'], url: string, accept: string): Promise<Fetched | undefined> {
  try {
    return await loadAs(url, accept)
  } catch (error) {
    if (!(error instanceof FetchRefused) || error.isTransient) return undefined
    throw error.code === 'url_body_too_large' ? refuse('too_large') : refuse('address_refused', { reason: error.code })
  }
}

/** Whether the report must say what the status means: 410 without a page is how old badges are withdrawn, 5xx is a failure. */
function isSilent(fetched: Fetched): boolean {
  if (fetched.status >= 200 && fetched.status < 300) return false
  if (fetched.status >= 500 || fetched.status === 429 || (fetched.status === 410 && !isHtml(fetched))) return true
  throw refuse('nothing_there')
}

const isHtml = ({ contentType, body }: Fetched): boolean =>
  /^(?:text\/html|application\/xhtml\+xml)/i.test(contentType ?? '') ||
  (contentType === undefined && /^\s*<(?:!doctype html|html)/i.test(Buffer.from(body.subarray(0, 200)).toString('latin1')))

/** The `<link rel="alternate">` of a page that may be a badge, the richest form first. */
export function listAlternates({ body, url }: Pick<Fetched, 'body' | 'url'>): { type: string; href: string }[] {
  const html = Buffer.from(body).toString('utf8')
  const links = [...html.matchAll(/<link\b([^>]{0,2000})>/gi)].map(([, attributes = '']) => ({
    rel: attributeOf(attributes, 'rel').toLowerCase(),
    type: attributeOf(attributes, 'type').toLowerCase().split(';')[0]!.trim(),
    href: attributeOf(attributes, 'href'),
  }))
  return links
    .filter(({ rel, type, href }) => rel.split(/\s+/).includes('alternate') && BADGE_TYPES.includes(type) && URL.canParse(href, url))
    .sort((one, other) => BADGE_TYPES.indexOf(one.type) - BADGE_TYPES.indexOf(other.type))
    .slice(0, MAX_ALTERNATES)
    .map(({ type, href }) => ({ type, href: new URL(href, url).href }))
}

function attributeOf(attributes: string, name: string): string {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(attributes)
  return (match?.[1] ?? match?.[2] ?? match?.[3] ?? '').replaceAll('&amp;', '&').trim()
}
