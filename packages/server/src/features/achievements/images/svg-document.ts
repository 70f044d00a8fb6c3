import purify from 'isomorphic-dompurify'
import { type DOMWindow, JSDOM } from 'jsdom'

const SVG = 'http://www.w3.org/2000/svg'

export type SvgDocument = { root: SVGElement; window: DOMWindow }

/**
 * The root of a well-formed SVG document, or undefined. Each has a window of its own, without scripts, styles or network:
 * one that is kept grows with every document it has read.
 */
export function parseSvg(text: string): SvgDocument | undefined {
  const { window } = new JSDOM('')
  const root = new window.DOMParser().parseFromString(text, 'image/svg+xml').documentElement
  return root.nodeName === 'svg' && root.namespaceURI === SVG ? { root: root as unknown as SVGElement, window } : undefined
}

/** Takes away, in place, every element and attribute that is not listed. */
export function purifySvg({ root, window }: SvgDocument, allowed: { tags: string[]; attributes: string[] }): void {
  for (const node of listJunk(root, window)) node.remove()
  purify(window).sanitize(root, {
    IN_PLACE: true,
    PARSER_MEDIA_TYPE: 'application/xhtml+xml',
    NAMESPACE: SVG,
    ALLOWED_TAGS: ['#text', ...allowed.tags],
    ALLOWED_ATTR: allowed.attributes,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    KEEP_CONTENT: false,
  })
}

/** Comments, processing instructions and CDATA wrappers, whose words another parser might read differently. */
function listJunk(root: Element, window: DOMWindow): ChildNode[] {
  const junk: ChildNode[] = []
  const walker = window.document.createTreeWalker(root, window.NodeFilter.SHOW_COMMENT | window.NodeFilter.SHOW_PROCESSING_INSTRUCTION | window.NodeFilter.SHOW_CDATA_SECTION)
  while (walker.nextNode()) {
    const node = walker.currentNode as CDATASection
    if (node.nodeType === window.Node.CDATA_SECTION_NODE) node.parentElement?.insertBefore(root.ownerDocument.createTextNode(node.data), node)
    junk.push(node)
  }
  return junk
}
