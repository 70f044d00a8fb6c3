import { expect } from 'vitest'

const token = /<\/([\w:-]+)>|<([\w:-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy

/** Fails unless `xml` is one element, properly nested, with quoted, unrepeated attributes and only escaped ampersands. */
export function expectWellFormed(xml: string): void {
  const open: string[] = []
  let [read, roots] = [0, 0]
  for (const match of xml.matchAll(token)) {
    const [text, closing, opening, attributes = '', selfClosed] = match
    read += text.length
    expect(text.replace(/&#\d+;/g, '')).not.toContain('&')
    if (closing) expect(open.pop()).toBe(closing)
    if (!opening) continue
    const names = [...attributes.matchAll(/([\w:-]+)="/g)].map((attribute) => attribute[1])
    expect(new Set(names).size).toBe(names.length)
    if (open.length === 0) roots++
    if (!selfClosed) open.push(opening)
  }
  expect({ read, roots, open }).toEqual({ read: xml.length, roots: 1, open: [] })
}
