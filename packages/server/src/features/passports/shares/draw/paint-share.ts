import type { Ctx } from '#ctx'
import { translate } from '#web/translations.ts'
import type { CollectedBadge } from '../../collection/list-collection.ts'
import { readPicture } from '../../collection/read-picture.ts'
import type { OpenShare } from '../find-share.ts'
import { listShown } from '../list-shown.ts'
import { sayTitle } from '../say-title.ts'
import { drawCard, MOST_ON_CARD } from './draw-card.ts'
import { drawSignature, MOST_IN_SIGNATURE } from './draw-signature.ts'
import type { Drawn } from './pictures.ts'

/** Under the badges in a mail: in the language of its person, since who reads it is not asked. */
export const captionOf = ({ personName, locale }: Pick<OpenShare, 'personName' | 'locale'>): string => translate(locale)('shares:signature.caption', { name: personName })

export async function paintSignature(ctx: Ctx, share: OpenShare): Promise<Uint8Array> {
  return drawSignature({ badges: await drawnOf(ctx, await listShown(ctx, share), MOST_IN_SIGNATURE, 128), caption: captionOf(share) })
}

/** The picture that goes with a link to this address. */
export async function paintCard(ctx: Ctx, share: OpenShare): Promise<Uint8Array> {
  const badges = await listShown(ctx, share)
  return drawCard({
    title: await sayTitle(ctx, share, badges.length),
    names: badges
      .slice(0, 4)
      .map(({ name }) => name)
      .join(' · '),
    footer: `${new URL(ctx.config.url).host} · BOAT`,
    badges: await drawnOf(ctx, badges, MOST_ON_CARD, 512),
  })
}

const drawnOf = (ctx: Ctx, badges: readonly CollectedBadge[], most: number, size: 128 | 512): Promise<Drawn[]> =>
  Promise.all(badges.slice(0, most).map(async (badge) => ({ name: badge.name, png: await readPicture(ctx, badge.picture, size) })))
