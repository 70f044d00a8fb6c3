import type { Ctx } from '#ctx'
import { renderMarkdown } from '#features/achievements/index.ts'
import { escapeXml } from '#kit/escape-xml.ts'
import { translate } from '#web/translations.ts'
import type { Block } from '../../folios/folio.schema.ts'
import { htmlPage } from './html-page.ts'
import type { PackedBadge } from './pack-badges.ts'
import type { PackedFolio } from './pack-pages.ts'

/** A page that somebody composed, as it can be read in thirty years: one file, with its photos beside it. */
export function writeFolio(ctx: Ctx, folio: Omit<PackedFolio, 'file'>, badges: readonly PackedBadge[]): string {
  const known = new Map(badges.map((badge) => [badge.id, badge]))
  const blocks = folio.blocks.map((block) => writeBlock(ctx, block, { folio, known }))
  const introduction = folio.introduction && `<p>${escapeXml(folio.introduction)}</p>`
  return htmlPage({
    lang: ctx.locale,
    title: escapeXml(folio.title),
    body: `<header><h1>${escapeXml(folio.title)}</h1>${introduction}</header>\n${blocks.filter(Boolean).join('\n')}`,
  })
}

type Known = { folio: Pick<PackedFolio, 'files'>; known: ReadonlyMap<string, PackedBadge> }

function writeBlock(ctx: Ctx, block: Block, { folio, known }: Known): string {
  if (block.kind === 'heading') return block.text && `<h2>${escapeXml(block.text)}</h2>`
  if (block.kind === 'text') return block.markdown && renderMarkdown(block.markdown)
  if (block.kind === 'badges')
    return writeBadges(
      block.badgeIds.flatMap((id) => known.get(id) ?? []),
      block.withSentences,
    )
  if (block.kind === 'link')
    return block.address && `<p><a href="${escapeXml(block.address)}" rel="noopener">${escapeXml(block.title || block.address)}</a><br>${escapeXml(block.note)}</p>`
  const file = folio.files.find(({ id }) => id === block.fileId)
  if (!file) return ''
  const address = escapeXml(`../${file.file}`)
  const shown = file.mediaType.startsWith('image/')
    ? `<img src="${address}" alt="${escapeXml(file.alt)}">`
    : `<a href="${address}">${escapeXml(`${translate(ctx.locale)('archive:index.download')} : ${file.fileName}`)}</a>`
  return `<figure>${shown}<figcaption>${escapeXml(block.caption)}</figcaption></figure>`
}

function writeBadges(badges: readonly PackedBadge[], withSentences: boolean): string {
  const items = badges.map(({ picture, file, name, issuer, sentence }) => {
    const image = picture ? `<img src="${escapeXml(`../${picture}`)}" alt="" width="112" height="112">` : '<span class="none" aria-hidden="true"></span>'
    const words = withSentences && sentence ? `<blockquote>${escapeXml(sentence)}</blockquote>` : ''
    return `<li>${image}<div><h3><a href="${escapeXml(`../${file}`)}">${escapeXml(name)}</a></h3><p>${escapeXml(issuer)}</p>${words}</div></li>`
  })
  return items.length === 0 ? '' : `<ul class="badges">${items.join('\n')}</ul>`
}
