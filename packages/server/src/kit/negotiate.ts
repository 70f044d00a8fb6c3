// Which representation of one address is asked for (RFC 9110 §12.5.1).

type Range = { mediaType: string; parameters: string; quality: number; precision: number }

/** The accepted ranges, best first: by quality, then by how precise they are, then as written. */
export function readAccept(header: string): Range[] {
  return header
    .split(',')
    .map((part) => {
      const [mediaType = '', ...rest] = part.split(';')
      const type = mediaType.trim().toLowerCase()
      const parameters = rest.join(';').trim()
      const quality = Number(/(?:^|;)\s*q\s*=\s*([\d.]+)/i.exec(parameters)?.[1] ?? 1)
      return { mediaType: type, parameters, quality, precision: type === '*/*' ? 0 : type.endsWith('/*') ? 1 : 2 }
    })
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality || other.precision - one.precision)
}

const matches = (offer: string, range: string): boolean => range === '*/*' || range === offer || (range.endsWith('/*') && offer.startsWith(range.slice(0, -1)))

/** The offered media type that the client likes best; the first offer when it does not say, or likes none of them. */
export function preferredType<const Offer extends string>(accept: string | undefined, offers: readonly [Offer, ...Offer[]]): Offer {
  for (const range of readAccept(accept || '*/*')) {
    const offer = offers.find((candidate) => matches(candidate, range.mediaType))
    if (offer) return offer
  }
  return offers[0]
}
