import { refuse } from '../achievements.errors.ts'
import { refuseUnfolding } from './refuse-unfolding.ts'
import { ALLOWED_ATTRIBUTES, ALLOWED_TAGS, DRAWN_TAGS, isLocalReference, isSafeCss, withoutCssComments } from './svg-allowed.ts'
import { parseSvg, purifySvg } from './svg-document.ts'

const MAX_ELEMENTS = 10_000
const MAX_DEPTH = 100
/**
 * Somebody's SVG → a still, square drawing of the same, or a refusal. DOMPurify keeps what is on the list; then every
 * reference that is left must point inside the drawing itself.
 */
export function sanitizeSvg(source: string): string {
  const text = withoutDoctype(source)
  refuseGiants(text)
  const document = parseSvg(text)
  if (!document) throw refuse('image_unreadable')
  const svg = document.root
  const box = readBox(svg)
  purifySvg(document, { tags: ALLOWED_TAGS, attributes: ALLOWED_ATTRIBUTES })
  for (const element of svg.querySelectorAll('*')) cleanElement(element)
  cleanElement(svg)
  refuseUnfolding(svg)
  if (!svg.querySelector(DRAWN_TAGS.join(','))) throw refuse('image_empty')
  square(svg, box)
  return svg.outerHTML
}

/** Older drawing programs declare their namespaces as entities: the declarations go, and with them every entity. */
function withoutDoctype(source: string): string {
  const withoutBom = source.replace(/^\uFEFF/, '')
  const doctype = /<!DOCTYPE[^[>]*(?:\[[\s\S]*?\]\s*)?>/gi
  const named = /(xmlns:[\w.-]+\s*=\s*["'])&[\w.-]+;/g
  return withoutBom
    .replace(doctype, '')
    .replace(named, '$1urn:unknown')
    .replace(/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)[^;\s<"']{0,60};?/gi, '')
}

/** Counted on the text, before a parser spends time and memory on it. */
function refuseGiants(text: string): void {
  let depth = 0
  let elements = 0
  for (const [, close, empty] of text.matchAll(/<(\/?)[A-Za-z_][^<>]*?(\/?)>/g)) {
    if (close) depth--
    else {
      elements++
      if (!empty) depth++
    }
    if (elements > MAX_ELEMENTS || depth > MAX_DEPTH) throw refuse('image_too_complex')
  }
}

function cleanElement(element: Element): void {
  if (element.localName === 'style') {
    const css = withoutCssComments(element.textContent)
    if (isSafeCss(css)) element.textContent = css
    else element.remove()
  }
  for (const attribute of [...element.attributes]) {
    const { localName, prefix, value } = attribute
    const isSafe = localName === 'href' ? isLocalReference(value) : prefix === 'xmlns' || localName === 'xmlns' || isSafeCss(withoutCssComments(value))
    if (!isSafe) element.removeAttributeNode(attribute)
  }
}

type Box = { x: number; y: number; width: number; height: number }

function readBox(svg: Element): Box {
  const [x, y, width, height] = (svg.getAttribute('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  if ([x, y, width, height].every((part) => part !== undefined && Number.isFinite(part)) && width! > 0 && height! > 0) return { x: x!, y: y!, width: width!, height: height! }
  const size = (name: string) => /^\s*\+?(\d*\.?\d+(?:e\d+)?)(?:px|pt|mm|cm|in)?\s*$/i.exec(svg.getAttribute(name) ?? '')?.[1]
  const box = { x: 0, y: 0, width: Number(size('width')), height: Number(size('height')) }
  if (!(box.width > 0 && box.height > 0)) throw refuse('image_without_size')
  return box
}

/** Centred in a square, as every place where a badge is shown expects it. */
function square(svg: Element, { x, y, width, height }: Box): void {
  const side = Math.max(width, height)
  const round = (value: number) => Number(value.toFixed(4))
  svg.setAttribute('viewBox', [x - (side - width) / 2, y - (side - height) / 2, side, side].map(round).join(' '))
  for (const name of ['x', 'y', 'preserveAspectRatio', 'enable-background']) svg.removeAttribute(name)
  svg.setAttribute('width', '512')
  svg.setAttribute('height', '512')
}
