import { asSystem, type Ctx } from '#ctx'
import { getPerson } from '#features/accounts/index.ts'
import { renderMarkdown } from '#features/achievements/index.ts'
import { formatDay } from '#kit/format-day.ts'
import { type CollectedBadge, findCollected } from '../../collection/list-collection.ts'
import { presentCollected } from '../../collection/pages/present-collected.ts'
import { type Block, badgeIdsIn } from '../folio.schema.ts'
import { isShown } from '../is-shown.ts'
import { type Folio, type FolioFileName, findFolio, listFolioFiles } from '../read-folio.ts'

/** Where things are for whoever looks: their addresses differ from its person's. A badge without one is not a link. */
export type FolioAddresses = {
  fileAt: (fileId: string) => string
  /** Of the picture of an imported badge. */
  pictureAt?: (badgeId: string) => string
  badgeAt?: (badge: Pick<CollectedBadge, 'badgeId' | 'kind'>) => string | null
}

/**
 * A page as a visitor sees it; undefined where there is none for whoever asks: its person, or the platform. What is empty is not there, and neither is a
 * badge that was declined, taken out or revoked since: `leftOut` tells its person, and a visitor gets none of it.
 */
export async function presentFolio(ctx: Ctx, folioId: string, addresses: FolioAddresses) {
  const folio = await findFolio(ctx, folioId)
  if (!folio) return undefined
  const { givenName, familyName } = await getPerson(asSystem(ctx), folio.personId)
  const badges = new Map((await findCollected(ctx, folio.personId, badgeIdsIn(folio.blocks))).map((badge) => [badge.badgeId, badge]))
  const files = new Map((await listFolioFiles(ctx, folio)).map((file) => [file.fileId, file]))
  return {
    folioId,
    title: folio.title,
    personName: `${givenName} ${familyName}`.trim(),
    introduction: folio.introduction,
    changedOn: formatDay(folio.changedAt, ctx.locale),
    blocks: withoutBareHeadings(folio.blocks.flatMap((block) => presentBlock(ctx, block, { badges, files, addresses }) ?? [])),
    leftOut: ctx.actor.kind === 'person' ? namesLeftOut(folio, badges) : [],
  }
}

export type PresentedFolio = NonNullable<Awaited<ReturnType<typeof presentFolio>>>
export type PresentedBlock = NonNullable<ReturnType<typeof presentBlock>>

type Known = { badges: Map<string, CollectedBadge>; files: Map<string, FolioFileName>; addresses: FolioAddresses }

function presentBlock(ctx: Ctx, block: Block, { badges, files, addresses }: Known) {
  switch (block.kind) {
    case 'heading':
      return block.text ? { kind: 'heading' as const, id: block.id, text: block.text } : undefined
    case 'text':
      return block.markdown ? { kind: 'text' as const, id: block.id, html: renderMarkdown(block.markdown) } : undefined
    case 'badges': {
      const shown = block.badgeIds.flatMap((badgeId) => badges.get(badgeId) ?? []).filter(isShown)
      const present = (badge: CollectedBadge) => {
        const presented = presentCollected(badge, ctx.locale, addresses.pictureAt)
        return {
          ...presented,
          sentence: block.withSentences ? presented.sentence : '',
          address: addresses.badgeAt?.(badge) ?? null,
          /** Brought from elsewhere, and made out to an address that is not known to be theirs. */
          isUnconfirmed: badge.imported?.recipient === 'another',
        }
      }
      return shown.length > 0 ? { kind: 'badges' as const, id: block.id, layout: block.layout, badges: shown.map(present) } : undefined
    }
    case 'file': {
      const file = files.get(block.fileId)
      if (!file) return undefined
      return { kind: 'file' as const, id: block.id, fileName: file.fileName, isPhoto: file.isPhoto, alt: file.alt, caption: block.caption, address: addresses.fileAt(file.fileId) }
    }
    case 'link':
      return block.address
        ? { kind: 'link' as const, id: block.id, address: block.address, title: block.title, note: block.note, host: new URL(block.address).host.replace(/^www\./, '') }
        : undefined
  }
}

/** A heading with nothing below it is a part that is still to be written. */
const withoutBareHeadings = (blocks: readonly PresentedBlock[]): PresentedBlock[] =>
  blocks.filter(({ kind }, place) => kind !== 'heading' || (place + 1 < blocks.length && blocks[place + 1]!.kind !== 'heading'))

type LeftOut = { badgeId: string; name: string; why: 'declined' | 'revoked' | 'invalid' }

function namesLeftOut({ blocks }: Folio, badges: Map<string, CollectedBadge>): LeftOut[] {
  return badgeIdsIn(blocks).flatMap((badgeId) => {
    const badge = badges.get(badgeId)
    if (!badge || isShown(badge)) return []
    const why = badge.response === 'declined' ? 'declined' : badge.state === 'invalid' ? 'invalid' : 'revoked'
    return [{ badgeId, name: badge.name, why } as const]
  })
}
