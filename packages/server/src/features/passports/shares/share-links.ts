// Addresses of other sites where a link is passed on: plain links, which tell them nothing until they are followed.

export type Passing = { address: string; text: string }

export const shareSites = ['linkedin', 'bluesky', 'facebook', 'whatsapp', 'mail'] as const
export type ShareSite = (typeof shareSites)[number]

const q = encodeURIComponent

export function passOnLink(site: ShareSite, { address, text }: Passing): string {
  if (site === 'linkedin') return `https://www.linkedin.com/sharing/share-offsite/?url=${q(address)}`
  if (site === 'bluesky') return `https://bsky.app/intent/compose?text=${q(`${text} ${address}`)}`
  if (site === 'facebook') return `https://www.facebook.com/sharer/sharer.php?u=${q(address)}`
  if (site === 'whatsapp') return `https://wa.me/?text=${q(`${text} ${address}`)}`
  return `mailto:?subject=${q(text)}&body=${q(`${text}\r\n\r\n${address}\r\n`)}`
}

/** Mastodon is many sites: which one, its person says. Null where what they typed names none. */
export function mastodonLink(typed: string, { address, text }: Passing): { host: string; href: string } | null {
  const host = typed
    .trim()
    .toLowerCase()
    .replace(/^(?:https?:\/\/|@[^@\s]*@)/, '')
    .replace(/[/?#].*$/, '')
  if (host.length > 253 || !/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/.test(host)) return null
  return { host, href: `https://${host}/share?text=${q(`${text} ${address}`)}` }
}

type Certification = { name: string; issuerName: string; receivedAt: Date | null; validUntil: Date | null; url: string; id: string }

/** “Add to profile”. @see https://addtoprofile.linkedin.com */
export function addToProfileLink({ name, issuerName, receivedAt, validUntil, url, id }: Certification): string {
  const date = (prefix: string, at: Date | null) => (at ? { [`${prefix}Year`]: String(at.getUTCFullYear()), [`${prefix}Month`]: String(at.getUTCMonth() + 1) } : {})
  const search = new URLSearchParams({
    startTask: 'CERTIFICATION_NAME',
    name,
    organizationName: issuerName,
    ...date('issue', receivedAt),
    ...date('expiration', validUntil),
    certUrl: url,
    certId: id,
  })
  return `https://www.linkedin.com/profile/add?${search}`
}
