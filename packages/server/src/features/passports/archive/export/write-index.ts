import type { Ctx } from '#ctx'
import { escapeXml } from '#kit/escape-xml.ts'
import { formatDay } from '#kit/format-day.ts'
import { translate } from '#web/translations.ts'
import type { gatherData } from './gather-data.ts'
import { htmlPage } from './html-page.ts'
import type { PackedBadge } from './pack-badges.ts'
import type { PackedFolio } from './pack-pages.ts'

type Contents = { profile: Awaited<ReturnType<typeof gatherData>>['profile']; badges: readonly PackedBadge[]; pages: readonly PackedFolio[] }

/** The front page of an archive: each badge with its picture, and what one can do with all of it. */
export function writeIndex(ctx: Ctx, { profile, badges, pages }: Contents): string {
  const word = say(ctx)
  const name = `${profile.givenName} ${profile.familyName}`.trim()
  const kept = badges.filter(({ response }) => response !== 'declined')
  const declined = badges.filter(({ response }) => response === 'declined')
  const sections = [kept.length === 0 ? `<p>${word('empty')}</p>` : list(ctx, kept)]
  if (declined.length > 0) sections.push(`<h2>${word('declined')}</h2>`, list(ctx, declined))
  if (pages.length > 0)
    sections.push(`<h2>${word('pages')}</h2>`, `<ul class="pages">${pages.map(({ file, title }) => `<li><a href="${escapeXml(file)}">${escapeXml(title)}</a></li>`).join('')}</ul>`)
  const body = `<header>
<h1>${word('title', { name })}</h1>
<p>${word('lead', { date: formatDay(ctx.now(), ctx.locale), platform: new URL(ctx.config.url).host })}</p>
</header>
<h2>${word('badges', { count: kept.length })}</h2>
${sections.join('\n')}
<section class="how">
<h2>${word('verify_title')}</h2>
<p>${word('verify')}</p>
<pre><code>boat verify badges.zip</code></pre>
<h2>${word('elsewhere_title')}</h2>
<p>${word('elsewhere')}</p>
<h2>${word('inside_title')}</h2>
<dl>${FOLDERS.map((folder) => `<dt>${word(`inside.${folder}.path`)}</dt><dd>${word(`inside.${folder}.what`)}</dd>`).join('')}</dl>
</section>`
  return htmlPage({ lang: ctx.locale, title: word('title', { name }), body })
}

export const FOLDERS = ['credentials', 'imported', 'endorsements', 'pages', 'cv', 'data', 'verification', 'manifest'] as const

function list(ctx: Ctx, badges: readonly PackedBadge[]): string {
  const items = badges.map((badge) => present(ctx, badge))
  return `<ul class="badges">${items.join('\n')}</ul>`
}

function present(ctx: Ctx, badge: PackedBadge): string {
  const word = say(ctx)
  const facts = [
    badge.issuer && word('issuer', { issuer: badge.issuer }),
    badge.receivedAt && word('received', { date: formatDay(badge.receivedAt, ctx.locale) }),
    badge.validUntil && word('until', { date: formatDay(badge.validUntil, ctx.locale) }),
    badge.state !== 'valid' && word(`state.${badge.state}`),
  ].filter(Boolean)
  const links = [`<a href="${escapeXml(badge.file)}">${word('signed')}</a>`]
  if (badge.kind === 'received' && badge.picture) links.push(`<a href="${escapeXml(badge.picture)}" download>${word('picture')}</a>`)
  return [
    '<li>',
    badge.picture ? `<img src="${escapeXml(badge.picture)}" alt="" width="112" height="112" loading="lazy">` : '<span class="none" aria-hidden="true"></span>',
    `<div><h3>${escapeXml(badge.name)}</h3><p>${facts.join('<br>')}</p>`,
    badge.sentence && `<blockquote>${escapeXml(badge.sentence)}</blockquote>`,
    badge.tags.length > 0 && `<p class="tags">${badge.tags.map(escapeXml).join(' · ')}</p>`,
    `<p class="files">${links.join(' · ')}</p></div></li>`,
  ]
    .filter(Boolean)
    .join('')
}

/** Sentences of ours with what others typed in them: all of it is text, none of it a page. */
function say(ctx: Ctx) {
  const t = translate(ctx.locale)
  return (key: string, words: Record<string, unknown> = {}): string => escapeXml(t(`archive:index.${key}`, words))
}
