// Which face of a received badge is asked for: by ending, by `?format=`, else by what the client says it accepts.

export type Face = 'html' | 'json' | 'jwt' | 'png' | 'svg' | 'ob2'

/** In the order we prefer when the client does not care. Link previews ask for anything and expect a page. */
const OFFERS: readonly (readonly [mediaType: string, face: Face])[] = [
  ['text/html', 'html'],
  ['application/xhtml+xml', 'html'],
  ['application/vc+ld+json', 'json'],
  ['application/vc', 'json'],
  ['application/ld+json', 'json'],
  ['application/json', 'json'],
  ['application/vc+jwt', 'jwt'],
  ['application/jwt', 'jwt'],
  ['image/png', 'png'],
  ['image/svg+xml', 'svg'],
]
const NAMED: ReadonlyMap<string, readonly [Face, string]> = new Map([
  ['json', ['json', 'application/vc+ld+json']],
  ['jwt', ['jwt', 'application/vc+jwt']],
  ['png', ['png', 'image/png']],
  ['svg', ['svg', 'image/svg+xml']],
  ['ob2', ['ob2', 'application/ld+json']],
  ['html', ['html', 'text/html']],
])
const OB2_PROFILE = /;\s*profile\s*=\s*"?https:\/\/w3id\.org\/openbadges\/v2"?/i

export type Asked = { ending?: string | undefined; format?: string | undefined; accept?: string | undefined }

/** The face and the media type to answer with, or undefined when we have nothing the client accepts. */
export function negotiateFace({ ending, format, accept }: Asked): { face: Face; mediaType: string } | undefined {
  const name = ending ?? format
  if (name !== undefined) {
    const named = NAMED.get(name)
    return named && { face: named[0], mediaType: named[1] }
  }
  for (const range of readAccept(accept || '*/*')) {
    if (range.mediaType === 'application/ld+json' && OB2_PROFILE.test(range.parameters)) return { face: 'ob2', mediaType: 'application/ld+json' }
    const offer = OFFERS.find(([mediaType]) => matches(mediaType, range.mediaType))
    if (offer) return { face: offer[1], mediaType: offer[0] }
  }
  return undefined
}

type Range = { mediaType: string; parameters: string; quality: number; precision: number }

/** The accepted ranges, best first: quality, then how precise they are, then as written (RFC 9110 §12.5.1). */
function readAccept(header: string): Range[] {
  return header
    .split(',')
    .map((part) => {
      const [mediaType = '', ...rest] = part.split(';')
      const parameters = rest.length ? `;${rest.join(';')}` : ''
      const quality = Number(/;\s*q\s*=\s*([\d.]+)/i.exec(parameters)?.[1] ?? 1)
      const type = mediaType.trim().toLowerCase()
      return { mediaType: type, parameters, quality, precision: type === '*/*' ? 0 : type.endsWith('/*') ? 1 : 2 }
    })
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality || other.precision - one.precision)
}

const matches = (mediaType: string, range: string): boolean => range === '*/*' || range === mediaType || (range.endsWith('/*') && mediaType.startsWith(range.slice(0, -1)))
