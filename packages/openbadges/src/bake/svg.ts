import { OpenBadgesError } from '../errors.ts'
import type { BakeKeyword } from './png.ts'
import { malformedSvg, scanXml, type XmlTag } from './scan-xml.ts'

const ELEMENTS = [
  { keyword: 'openbadgecredential', namespace: 'https://purl.imsglobal.org/ob/v3p0', name: 'credential' },
  { keyword: 'openbadges', namespace: 'http://openbadges.org', name: 'assertion' },
] as const
const MAX_DEPTH = 1000

type Found = { keyword: BakeKeyword; start: number; end: number; verify: string | undefined; text: string }
type Open = { tag: XmlTag; namespaces: ReadonlyMap<string, string>; found: Found | undefined }

/** The prefixes in force inside a tag: those around it and its own. */
function namespacesOf(tag: XmlTag, around: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const own = [...tag.attributes].filter(([key]) => key === 'xmlns' || key.startsWith('xmlns:'))
  if (own.length === 0) return around
  return new Map([...around, ...own.map(([key, uri]) => [key.slice(6), uri] as const)])
}

function elementOf(tag: XmlTag, namespaces: ReadonlyMap<string, string>) {
  const [prefix, name] = tag.name.includes(':') ? tag.name.split(':', 2) : ['', tag.name]
  const namespace = namespaces.get(prefix ?? '')
  return ELEMENTS.find((element) => element.name === name && element.namespace === namespace)
}

/** The root's start tag and every credential element, wherever it is. */
function scanSvg(source: string): { root: XmlTag; found: Found[] } {
  const open: Open[] = []
  const found: Found[] = []
  let root: XmlTag | undefined
  for (const tag of scanXml(source)) {
    const around = open.at(-1)
    if (tag.kind === 'text') {
      for (const { found: inside } of open) if (inside) inside.text += tag.text
      continue
    }
    if (tag.kind === 'end') {
      if (around?.tag.name !== tag.name) throw malformedSvg(`</${tag.name}> closes nothing`, tag.start)
      if (around.found) around.found.end = tag.end
      open.pop()
      continue
    }
    if (!around && root) throw malformedSvg('a second root element', tag.start)
    if (open.length > MAX_DEPTH) throw malformedSvg('nested too deeply', tag.start)
    root ??= tag
    const namespaces = namespacesOf(tag, around?.namespaces ?? new Map())
    const element = elementOf(tag, namespaces)
    const verify = tag.attributes.get('verify')
    const match = element && { keyword: element.keyword, start: tag.start, end: tag.end, verify, text: '' }
    if (match) found.push(match)
    if (!tag.isEmpty) open.push({ tag, namespaces, found: match })
  }
  if (!root || !/^(?:[^:]+:)?svg$/.test(root.name)) throw malformedSvg('the root is not <svg>', 0)
  if (open.length > 0) throw malformedSvg('the file ends inside an element', source.length)
  return { root, found }
}

/** Whether the text is the start of an SVG, as far as that can be told cheaply. */
export function isSvg(text: string): boolean {
  return /^\uFEFF?\s*<(?:\?xml|!DOCTYPE\s+svg|!--|(?:[\w-]+:)?svg[\s>/])/i.test(text.slice(0, 200))
}

/**
 * An SVG with the credential in it, as the first child of its root. One already there is replaced.
 *
 * @param image the SVG's text
 * @throws OpenBadgesError `malformed_svg`; `invalid_argument` for a text that CDATA cannot hold
 * @see https://www.imsglobal.org/spec/ob/v3p0/#baking-svgs
 * @example
 * bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"/>', JSON.stringify(signed))
 */
export function bakeSvg(image: string, credential: string, keyword: BakeKeyword = 'openbadgecredential'): string {
  const element = writeElement(keyword, credential)
  const { root, found } = scanSvg(image)
  let baked = image.slice(0, root.end)
  if (root.isEmpty) baked = `${baked.replace(/\s*\/>$/, '>')}${element}</${root.name}>`
  else baked += element
  let from = root.end
  for (const old of found) {
    if (old.start < from) continue
    baked += image.slice(from, old.start)
    from = old.end
  }
  return baked + image.slice(from)
}

function writeElement(keyword: BakeKeyword, credential: string): string {
  const { namespace, name } = ELEMENTS.find((element) => element.keyword === keyword) ?? ELEMENTS[0]
  const open = `<openbadges:${name} xmlns:openbadges="${namespace}"`
  if (!credential.trimStart().startsWith('{')) return `${open} verify="${escapeXml(credential)}"/>`
  const text = credential.replaceAll(']]>', ']]\\u003e')
  const verify = keyword === 'openbadges' ? ` verify="${escapeXml(verifyAddressOf(credential))}"` : ''
  return `${open}${verify}><![CDATA[${text}]]></openbadges:${name}>`
}

/** Before 3.0 an element with JSON also says where the assertion is hosted. */
function verifyAddressOf(credential: string): string {
  try {
    const { id, verify } = JSON.parse(credential) as { id?: unknown; verify?: { url?: unknown } }
    return String(id ?? verify?.url ?? '')
  } catch (cause) {
    throw new OpenBadgesError('invalid_argument', 'the credential is not JSON', { cause })
  }
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`)
}

/**
 * The text baked into an SVG: the JSON inside the element, else its `verify`. `undefined` when there is none.
 *
 * @throws OpenBadgesError `malformed_svg`, `multiple_credentials`
 * @see https://www.imsglobal.org/spec/ob/v3p0/#baking-svgs
 * @example
 * unbakeSvg(text)?.credential
 */
export function unbakeSvg(image: string): { credential: string; keyword: BakeKeyword } | undefined {
  const { found } = scanSvg(image)
  const [first] = found
  if (!first) return undefined
  if (found.length > 1) {
    throw new OpenBadgesError('multiple_credentials', 'more than one credential in the image')
  }
  const credential = first.text.trim() || (first.verify ?? '').trim()
  if (credential === '') throw malformedSvg('an empty credential', first.start)
  return { credential, keyword: first.keyword }
}
