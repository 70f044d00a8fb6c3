import type { ShownCredential } from './find-face.ts'

type Page = {
  url: string
  badge: { name: string; description: string; imageId: string }
  issuer: { name: string; url: string }
  recipient: ShownCredential['recipient']
  summary: string
  locale: string
}

/** What search engines read (schema.org). It names nobody that the page does not name. */
export function presentJsonLd({ url, badge, issuer, recipient, locale }: Page, credential: ShownCredential, origin: string) {
  return {
    '@context': 'https://schema.org',
    '@type': 'EducationalOccupationalCredential',
    '@id': url,
    url,
    name: badge.name,
    description: badge.description,
    image: `${origin}/images/${badge.imageId}`,
    credentialCategory: 'Open Badge',
    inLanguage: locale,
    recognizedBy: { '@type': 'Organization', name: issuer.name, url: issuer.url },
    dateCreated: credential.issuedAt.toISOString(),
    ...(credential.validUntil && { expires: credential.validUntil.toISOString() }),
    ...(recipient.kind === 'named' && { about: { '@type': 'Person', name: recipient.name } }),
  }
}
