import type { Ctx } from '#ctx'
import { inLanguage, nameAtLevel, renderMarkdown } from '#features/achievements/index.ts'
import { formatDay } from '#kit/format-day.ts'
import type { Child } from '../consent/list-children.ts'
import type { Standing } from '../consent/list-words.ts'
import { SCOPES } from '../guardians.schema.ts'

export const presentStanding = (ctx: Ctx, { state, at }: Standing) => ({ state, on: at && formatDay(at, ctx.locale) })

/** A child as its guardian sees it: the first name, the school, what was decided, the badges. */
export const presentChild = (ctx: Ctx, child: Child) => ({
  childId: child.childId,
  givenName: child.givenName,
  structures: child.structures,
  decidesAlone: child.decidesAlone,
  isShown: child.isShown,
  decisions: SCOPES.map((scope) => ({
    scope,
    ...presentStanding(ctx, child.standing[scope]),
    mine: child.mine[scope] ?? null,
    isClosedByOther: child.isClosedByOther[scope],
  })),
  badges: child.badges.map(({ credentialId, content, levelId, imageId, organization, state, issuedAt, response, isShared }) => ({
    id: credentialId,
    name: nameAtLevel(content, levelId, ctx.locale),
    description: inLanguage(content.description, ctx.locale),
    criteria: renderMarkdown(inLanguage(content.criteria, ctx.locale)),
    imageId,
    imageAlt: inLanguage(content.imageAlt, ctx.locale),
    organizationName: organization.name,
    state,
    receivedOn: formatDay(issuedAt, ctx.locale),
    isWaiting: response === 'pending',
    isShared,
  })),
})

export type PresentedChild = ReturnType<typeof presentChild>
