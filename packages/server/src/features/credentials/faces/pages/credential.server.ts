import { data, type LoaderFunctionArgs } from 'react-router'
import type { Ctx } from '#ctx'
import { findGiver, findLevel, getVersion, inLanguage, nameAtLevel, renderMarkdown } from '#features/achievements/index.ts'
import { getIssuer } from '#features/issuers/index.ts'
import { may } from '#features/organizations/index.ts'
import { Refusal } from '#kit/errors.ts'
import { formatDay } from '#kit/format-day.ts'
import { pageRequest } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { credentialUrl } from '../../build-credential.ts'
import { needsConsent } from '../../sharing.ts'
import { getShownCredential, type ShownCredential } from '../find-face.ts'
import { listShownEndorsements } from '../list-shown-endorsements.ts'
import { presentJsonLd } from '../present-json-ld.ts'

/** The page of one received badge, or one and the same page for a private badge and for none. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { ctx, responseHeaders } = context.get(pageRequest)
  responseHeaders.set('vary', 'Accept, Cookie')
  const t = translate(ctx.locale)
  try {
    const shown = await presentPage(ctx, await getShownCredential(ctx, params.id ?? ''))
    return { isVisible: true as const, ...shown }
  } catch (error) {
    if (!(error instanceof Refusal) || (error.status !== 404 && error.status !== 403)) throw error
    return data({ isVisible: false as const, title: t('faces:not_shared.title') }, { status: error.status })
  }
}

async function presentPage(ctx: Ctx, credential: ShownCredential) {
  const version = await getVersion(ctx, { versionId: credential.versionId })
  const issuer = await getIssuer(ctx, { issuerId: credential.issuerId })
  const { slug } = await ctx.db.selectFrom('organization').select('slug').where('id', '=', credential.organizationId).executeTakeFirstOrThrow()
  const { content } = version
  const say = (text: { fr: string; en?: string | undefined }) => inLanguage(text, ctx.locale)
  const badge = {
    name: nameAtLevel(content, credential.levelId, ctx.locale),
    description: say(content.description),
    criteria: renderMarkdown(say(content.criteria)),
    imageId: version.imageId,
    imageAlt: say(content.imageAlt),
    tags: content.tags,
    alignments: content.alignments.map(({ targetName, targetUrl, targetFramework }) => ({ targetName, targetUrl, targetFramework })),
    path: `/achievements/${version.achievementId}/versions/${version.number}`,
  }
  const level = findLevel(content, credential.levelId)
  const giver = await findGiver(ctx, credential)
  const { recipient } = credential
  const t = translate(ctx.locale)
  const title =
    recipient.kind === 'named'
      ? t('faces:title', { badge: badge.name, name: recipient.name })
      : t(recipient.kind === 'pupil' ? 'faces:title_pupil' : 'faces:title_unnamed', { badge: badge.name })
  const url = credentialUrl(ctx, credential.credentialId)
  const page = {
    title,
    url,
    id: credential.credentialId,
    badge,
    recipient,
    issuer: { name: issuer.name, path: `/issuers/${issuer.id}`, url: issuer.url },
    level: level ? { name: say(level.name), description: say(level.description) } : null,
    author: giver ? { name: giver.authorName, path: giver.authorIssuerId && `/issuers/${giver.authorIssuerId}` } : null,
    localNote: giver?.localNote ?? '',
    organizationSlug: slug,
    issuedOn: formatDay(credential.issuedAt, ctx.locale),
    validUntil: credential.validUntil && formatDay(credential.validUntil, ctx.locale),
    state: credential.state !== 'valid' || credential.inside?.response !== 'declined' ? credential.state : ('declined' as const),
    revocationReason: credential.revocationReason,
    view: credential.view as 'holder' | 'issuer-staff' | 'public',
    isPublic: credential.isPublic,
    mayCongratulate: await mayCongratulate(ctx, credential),
    needsConsent: credential.view === 'holder' && (await needsConsent(ctx, credential.inside?.personId ?? '')),
    summary: t('faces:description', { badge: badge.name, issuer: issuer.name, description: badge.description }),
    locale: ctx.locale,
    endorsements: await listShownEndorsements(ctx, credential.credentialId, { isLinked: credential.isPublic || credential.view === 'holder' }),
    ...readSaid(credential.document),
  }
  return { ...page, jsonLd: presentJsonLd(page, credential, ctx.config.url) }
}

/** Somebody else who sees the badge by name, or who works with the people of the structure that gave it: their word goes to the holder alone. */
async function mayCongratulate(ctx: Ctx, { view, isPublic, recipient, organizationId, state, inside }: ShownCredential): Promise<boolean> {
  if (ctx.actor.kind !== 'person' || view === 'holder' || state !== 'valid' || inside?.response === 'declined' || inside?.personId === null) return false
  return (isPublic && recipient.kind === 'named') || (await may(ctx, 'issue', organizationId))
}

type Said = { credentialSubject?: { narrative?: string }; evidence?: { id?: string; narrative?: string; name?: string }[] }

/** What the signed document says of this one award. */
function readSaid(document: string) {
  const { credentialSubject, evidence = [] } = JSON.parse(document) as Said
  const narrative = credentialSubject?.narrative
  return {
    narrative: narrative ? renderMarkdown(narrative) : null,
    evidence: [evidence].flat().map((piece) => ({
      url: piece.id && /^https?:\/\//i.test(piece.id) ? piece.id : null,
      name: piece.name ?? null,
      narrative: piece.narrative && piece.narrative !== narrative ? renderMarkdown(piece.narrative) : null,
    })),
  }
}
