import { describe, expect, test } from 'vitest'
import { renderMarkdown } from './render-markdown.ts'

test('lists, emphasis, links and tables are rendered; headings come below those of the page', () => {
  const html = renderMarkdown('# Titre\n\n- un\n- **deux**\n\n[lien](https://exemple.fr) et https://nu.fr\n\n| a | b |\n|---|---|\n| 1 | 2 |')
  expect(html).toContain('<h3>Titre</h3>')
  expect(html).toContain('<strong>deux</strong>')
  expect(html).toContain('<a href="https://exemple.fr" rel="nofollow noopener">lien</a>')
  expect(html).toContain('<a href="https://nu.fr" rel="nofollow noopener">https://nu.fr</a>')
  expect(html).toContain('<td>2</td>')
})

describe('nothing runs', () => {
  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '[a](data:text/html;base64,PHNjcmlwdD4=)',
    '[a](vbscript:x)',
    '[a](//evil.example)',
    '[a](/sign-out)',
    '![a](https://evil.example/pixel.png)',
    '<a href="https://x" onclick="alert(1)">a</a>',
    '[a](https://x "\\" onmouseover=alert(1) x=\\"")',
    '<https://x/"onmouseover="alert(1)>',
    '[a]: javascript:alert(1)\n\n[a]',
    '<style>*{background:url(//evil.example)}</style>',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '```html\n<script>alert(1)</script>\n```',
    '<svg onload=alert(1)>',
    '<details open ontoggle=alert(1)>',
  ])('%s', (text) => {
    const html = renderMarkdown(text)
    expect(html).not.toMatch(/<(script|img|style|svg|details|iframe|input)/i)
    expect(html).not.toMatch(/<[^>]*\son\w+=/i)
    for (const [, href] of html.matchAll(/<a href="([^"]*)"/g)) expect(href).toMatch(/^https?:\/\//)
  })
})
