import { decodeBase64url } from '../encoding/base64url.ts'
import { fromUtf8, toUtf8 } from '../encoding/bytes.ts'
import { OpenBadgesError } from '../errors.ts'
import { type BakeKeyword, bakePng, unbakePng } from './png.ts'
import { isPng } from './png-chunks.ts'
import { bakeSvg, isSvg, unbakeSvg } from './svg.ts'

/**
 * The image with the credential in it; the pixels are not touched. A credential already in it is replaced.
 *
 * @param image the bytes of a PNG or of an SVG in UTF-8
 * @param credential JSON, compact JWS, or (before 3.0) the address of a hosted assertion
 * @throws OpenBadgesError `unsupported_image`, `malformed_png`, `malformed_svg`
 * @see https://www.imsglobal.org/spec/ob/v3p0/#baking
 * @example
 * const png = bake(template, JSON.stringify(signed))
 */
export function bake(image: Uint8Array, credential: string): Uint8Array {
  const keyword = keywordFor(credential)
  if (isPng(image)) return bakePng(image, credential, keyword)
  return toUtf8(bakeSvg(svgText(image), credential, keyword))
}

/**
 * What is baked into an image, or `undefined` when nothing is. It is not verified.
 *
 * @throws OpenBadgesError `unsupported_image`, `malformed_png`, `malformed_svg` (with the offset),
 *   `multiple_credentials`
 * @see https://www.imsglobal.org/spec/ob/v3p0/#baking
 * @example
 * unbake(png)?.credential // '{"@context":[…' or 'eyJ…'
 */
export function unbake(image: Uint8Array): { credential: string; keyword: BakeKeyword; format: 'png' | 'svg' } | undefined {
  const format = isPng(image) ? 'png' : 'svg'
  const found = format === 'png' ? unbakePng(image) : unbakeSvg(svgText(image))
  return found && { ...found, format }
}

function svgText(image: Uint8Array): string {
  try {
    const text = fromUtf8(image)
    if (isSvg(text)) return text
  } catch {
    // not UTF-8: not an image that can hold a credential
  }
  throw new OpenBadgesError('unsupported_image', 'neither a PNG nor an SVG in UTF-8')
}

/** Verifiable credentials are 3.0; everything else (assertions, addresses, their JWS) is before. */
function keywordFor(credential: string): BakeKeyword {
  try {
    const isJson = credential.trimStart().startsWith('{')
    const payload = isJson ? credential : fromUtf8(decodeBase64url(credential.split('.')[1] ?? ''))
    const { badge } = JSON.parse(payload) as { badge?: unknown }
    return badge === undefined ? 'openbadgecredential' : 'openbadges'
  } catch {
    return 'openbadges'
  }
}
