import purify, { clearWindow } from 'isomorphic-dompurify'
import markdownIt from 'markdown-it'

const markdown = markdownIt({ html: false, linkify: true, typographer: false, breaks: true }).disable('image')
markdown.validateLink = (url) => /^https?:\/\//i.test(url)

const ALLOWED_TAGS = ['p', 'br', 'strong', 'em', 's', 'ul', 'ol', 'li', 'blockquote', 'code', 'pre', 'h3', 'h4', 'h5', 'h6', 'hr', 'a', 'table', 'thead', 'tbody', 'tr', 'th', 'td']

// A page has its own h1 and h2: headings inside a text come below them.
markdown.core.ruler.push('lower-headings', (state) => {
  for (const token of state.tokens) if (token.type.startsWith('heading_')) token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + 2)}`
})
markdown.renderer.rules.link_open = (tokens, index, options, _env, self) => {
  tokens[index]!.attrSet('rel', 'nofollow noopener')
  return self.renderToken(tokens, index, options)
}

const rendered = new Map<string, string>()
const KEPT = 500

/** Somebody's Markdown as HTML that can be put in a page: no HTML of theirs, no pictures, links only to web pages. */
export function renderMarkdown(text: string): string {
  const known = rendered.get(text)
  if (known !== undefined) return known
  if (rendered.size >= KEPT) forget()
  const html = purify.sanitize(markdown.render(text), {
    ALLOWED_TAGS,
    ALLOWED_ATTR: ['href', 'rel', 'start'],
    ADD_URI_SAFE_ATTR: ['rel', 'start'],
    ALLOW_DATA_ATTR: false,
    ALLOWED_URI_REGEXP: /^https?:\/\//i,
  })
  rendered.set(text, html)
  return html
}

/** The window behind DOMPurify keeps something of every text it has seen: it is thrown away with the texts. */
function forget(): void {
  rendered.clear()
  clearWindow()
}
