import type { LoaderFunctionArgs } from 'react-router'
import { formatDay } from '#kit/format-day.ts'
import { sayWhen } from '#kit/paris-time.ts'
import { qrPath } from '#kit/qr-code.ts'
import { signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { presentCollected } from '../../collection/pages/present-collected.ts'
import { readPocket } from '../read-pocket.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const ctx = signedInCtx(context, request)
  const { badges, shares } = await readPocket(ctx)
  const withQr = (address: string) => ({ address, qr: qrPath(address) })
  return {
    title: translate(ctx.locale)('pocket:title'),
    seenAt: sayWhen(ctx.now(), ctx.locale),
    badges: badges.map(({ badge, address }) => {
      const { badgeId, kind, name, issuerName, description, sentence, receivedOn, validUntil, state, imageId, imageAlt, picture } = presentCollected(badge, ctx.locale)
      const shown = { badgeId, kind, name, issuerName, description, sentence, receivedOn, validUntil, state, imageId, imageAlt, picture }
      return { ...shown, open: address ? withQr(address) : null }
    }),
    shares: shares.map(({ shareId, scope, label, address, expiresAt, badgeIds }) => ({
      shareId,
      scope,
      label,
      count: badgeIds.length,
      until: expiresAt && formatDay(expiresAt, ctx.locale),
      ...withQr(address),
    })),
  }
}
