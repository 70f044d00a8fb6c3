// A mail as text and as HTML, from the same blocks. Written for old mail programs too: tables, inline styles, nothing loaded but the badge.

import type { Locale } from '#ctx'
import { escapeXml } from '#kit/escape-xml.ts'
import { translate } from '#web/translations.ts'

export type MailBlock =
  | { kind: 'text'; text: string }
  | { kind: 'button'; label: string; url: string }
  | { kind: 'badge'; name: string; from: string; text: string; imageUrl: string }
  | { kind: 'quote'; text: string }
  | { kind: 'aside'; title: string; text: string; link?: { label: string; url: string } }
export type MailContent = { subject: string; preheader: string; blocks: MailBlock[] }

export function renderMail(content: MailContent, locale: Locale): { subject: string; text: string; html: string } {
  const t = translate(locale)
  return {
    subject: oneLine(content.subject),
    text: `${content.blocks.map(toText).join('\n\n')}\n\n-- \n${t('delivery:mail.signature')}\n`,
    html: page(content, locale, t('delivery:mail.signature'), t('delivery:mail.button_fails')),
  }
}

const oneLine = (text: string) => text.replace(/\s+/g, (space) => (space === '\u00a0' ? space : ' ')).trim()

function toText(block: MailBlock): string {
  switch (block.kind) {
    case 'text':
      return block.text
    case 'button':
      return `${block.label}\n${block.url}`
    case 'badge':
      return [`* ${block.name} *`, block.from, block.text].filter(Boolean).join('\n')
    case 'quote':
      return block.text.replace(/^/gm, '> ')
    case 'aside':
      return [block.title, block.text, ...(block.link ? [`${block.link.label} ${block.link.url}`] : [])].join('\n')
  }
}

const lines = (text: string) => escapeXml(text).replace(/\r?\n/g, '<br>')

const FONT = "font-family:'Segoe UI',system-ui,-apple-system,Roboto,Helvetica,Arial,sans-serif"
// The palette of the pages, written out: mail programs know no variables.
const SEA = '#0f5a70'
const INK = '#14283a'
const MUTED = '#50616e'

function toHtml(block: MailBlock, buttonFails: string): string {
  switch (block.kind) {
    case 'text':
      return `<p class="ink" style="margin:0 0 16px;color:${INK}">${lines(block.text)}</p>`
    case 'button':
      return `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:24px 0 8px"><tr><td bgcolor="${SEA}" style="border-radius:8px">
<a href="${escapeXml(block.url)}" class="button" style="display:inline-block;padding:14px 28px;border-radius:8px;background:${SEA};color:#ffffff;font-weight:600;text-decoration:none">${escapeXml(block.label)}</a></td></tr></table>
<p class="muted" style="margin:0 0 20px;font-size:13px;color:${MUTED}">${escapeXml(buttonFails)}<br><a class="link" href="${escapeXml(block.url)}" style="color:${SEA};word-break:break-all">${escapeXml(block.url)}</a></p>`
    case 'badge':
      return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="card" style="margin:8px 0 16px;background:#f3ede2;border-radius:12px"><tr>
<td width="88" style="padding:16px 0 16px 16px" valign="middle"><img src="${escapeXml(block.imageUrl)}" width="88" height="88" alt="" style="display:block;border:0"></td>
<td style="padding:16px" valign="middle"><p class="ink" style="margin:0;font-size:18px;line-height:1.3;font-weight:700;color:${INK}">${escapeXml(block.name)}</p>
<p class="muted" style="margin:4px 0 0;color:${MUTED}">${escapeXml(block.from)}</p></td></tr>${
        block.text && `<tr><td colspan="2" style="padding:0 16px 16px"><p class="ink" style="margin:0;font-size:15px;color:${INK}">${lines(block.text)}</p></td></tr>`
      }</table>`
    case 'quote':
      return `<blockquote class="ink" style="margin:0 0 16px;padding:4px 0 4px 16px;border-left:4px solid #e9603f;color:${INK}">${lines(block.text)}</blockquote>`
    case 'aside':
      return `<div class="rule" style="margin:24px 0 0;padding:16px 0 0;border-top:1px solid #e4dccb;font-size:14px"><h2 class="muted" style="margin:0 0 4px;font-size:14px;color:${MUTED}">${escapeXml(block.title)}</h2>
<p class="muted" style="margin:0;color:${MUTED}">${lines(block.text)}</p>${
        block.link ? `<p style="margin:8px 0 0"><a class="link" href="${escapeXml(block.link.url)}" style="color:${SEA}">${escapeXml(block.link.label)}</a></p>` : ''
      }</div>`
  }
}

const DARK = `@media (prefers-color-scheme: dark) {
  .paper { background: #0c1b27 !important } .sheet { background: #142a3a !important } .card { background: #1d3a4d !important }
  .ink { color: #f4eee1 !important } .muted { color: #aebcc6 !important } .link { color: #74c9d8 !important } .rule { border-color: #264153 !important }
}`

function page(content: MailContent, locale: Locale, signature: string, buttonFails: string): string {
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${escapeXml(oneLine(content.subject))}</title><style>${DARK}</style></head>
<body class="paper" style="margin:0;padding:0;background:#fbf7ee">
<div style="display:none;max-height:0;overflow:hidden">${escapeXml(content.preheader)}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="paper" style="background:#fbf7ee"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;${FONT};font-size:16px;line-height:1.55">
<tr><td class="link" style="padding:0 8px 16px;font-size:20px;font-weight:800;letter-spacing:1px;color:${SEA}">BOAT</td></tr>
<tr><td class="sheet" style="padding:28px 24px;background:#ffffff;border-radius:14px">
<h1 class="ink" style="margin:0 0 16px;font-size:22px;line-height:1.3;color:${INK}">${escapeXml(oneLine(content.subject))}</h1>
${content.blocks.map((block) => toHtml(block, buttonFails)).join('\n')}
</td></tr>
<tr><td class="muted" style="padding:16px 8px;font-size:13px;color:${MUTED}">${escapeXml(signature)}</td></tr>
</table></td></tr></table></body></html>
`
}
