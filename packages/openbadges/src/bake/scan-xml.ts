import { OpenBadgesError } from '../errors.ts'

/** A start tag: where it lies, its name, its attributes with entities resolved. */
export type XmlTag = {
  kind: 'start' | 'end' | 'text'
  start: number
  end: number
  name: string
  attributes: ReadonlyMap<string, string>
  isEmpty: boolean
  /** Of a text: its characters with entities resolved, or the content of a CDATA section. */
  text: string
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const NONE: ReadonlyMap<string, string> = new Map()

export function malformedSvg(message: string, offset: number): OpenBadgesError {
  return new OpenBadgesError('malformed_svg', `${message} (at character ${offset})`, { offset })
}

/** The five entities of XML and character references; any other is refused, so nothing can expand. */
function resolveEntities(text: string, offset: number): string {
  return text.replace(/&([^;&]{0,12});?/g, (whole, name: string) => {
    if (!whole.endsWith(';')) throw malformedSvg('an unescaped &', offset)
    const known = Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined
    if (known !== undefined) return known
    const code = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(name)
    const point = code ? Number.parseInt(code[1] ?? code[2] ?? '', code[1] ? 16 : 10) : 0
    if (point < 1 || point > 0x10ffff) throw malformedSvg(`entity ${whole} refused`, offset)
    return String.fromCodePoint(point)
  })
}

/** Where a construct ends, after its closing mark. */
function after(source: string, mark: string, from: number): number {
  const at = source.indexOf(mark, from)
  if (at < 0) throw malformedSvg(`no ${mark}`, from)
  return at + mark.length
}

/**
 * The tags and texts of an XML document, in order, without building a tree: enough to find and place a
 * credential. Declarations, comments and a DOCTYPE without entities are skipped.
 *
 * @throws OpenBadgesError `malformed_svg`, also for a DOCTYPE that declares anything
 */
export function* scanXml(source: string): Generator<XmlTag> {
  let at = 0
  while (at < source.length) {
    const open = source.indexOf('<', at)
    const textEnd = open < 0 ? source.length : open
    if (textEnd > at) yield textToken(source, at, textEnd)
    if (open < 0) return
    if (source.startsWith('<!--', open)) at = after(source, '-->', open + 4)
    else if (source.startsWith('<?', open)) at = after(source, '?>', open + 2)
    else if (source.startsWith('<![CDATA[', open)) {
      at = after(source, ']]>', open)
      const text = source.slice(open + 9, at - 3)
      yield { kind: 'text', start: open, end: at, name: '', attributes: NONE, isEmpty: false, text }
    } else if (source.startsWith('<!', open)) at = skipDoctype(source, open)
    else {
      const tag = readTag(source, open)
      yield tag
      at = tag.end
    }
  }
}

function textToken(source: string, start: number, end: number): XmlTag {
  const text = resolveEntities(source.slice(start, end), start)
  return { kind: 'text', start, end, name: '', attributes: NONE, isEmpty: false, text }
}

function skipDoctype(source: string, open: number): number {
  const end = after(source, '>', open)
  const declaration = source.slice(open, end)
  if (!/^<!DOCTYPE\s[^[<]*>$/i.test(declaration)) throw malformedSvg('declarations refused', open)
  return end
}

const NAME = /[A-Za-z_:\u00c0-\uffff][\w.:\u00b7\u00c0-\uffff-]*/y
const ATTRIBUTE = /\s+([A-Za-z_:\u00c0-\uffff][\w.:\u00b7\u00c0-\uffff-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y
const TAG_END = /\s*(\/?)>/y

function readTag(source: string, open: number): XmlTag {
  const isEnd = source[open + 1] === '/'
  NAME.lastIndex = open + (isEnd ? 2 : 1)
  const name = NAME.exec(source)?.[0]
  if (!name) throw malformedSvg('not a tag', open)
  let at = NAME.lastIndex
  const attributes = new Map<string, string>()
  for (;;) {
    ATTRIBUTE.lastIndex = at
    const match = isEnd ? null : ATTRIBUTE.exec(source)
    if (!match) break
    const [, key = '', double, single] = match
    if (attributes.has(key)) throw malformedSvg(`attribute ${key} twice`, at)
    attributes.set(key, resolveEntities(double ?? single ?? '', at))
    at = ATTRIBUTE.lastIndex
  }
  TAG_END.lastIndex = at
  const end = TAG_END.exec(source)
  if (!end) throw malformedSvg('a tag that does not end', open)
  const isEmpty = end[1] === '/'
  const kind = isEnd ? 'end' : 'start'
  return { kind, start: open, end: TAG_END.lastIndex, name, attributes, isEmpty, text: '' }
}
