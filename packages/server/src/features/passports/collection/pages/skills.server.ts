import type { LoaderFunctionArgs } from 'react-router'
import { signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { keepOnePerBadge } from '../keep-one-per-badge.ts'
import { type CollectedBadge, listCollection } from '../list-collection.ts'
import { listSkills, type SpokenSkill } from '../list-skills.ts'
import { drawBubbles, HUES, listFrameworks, MOST_BUBBLES } from '../skills-picture/draw-bubbles.ts'

/** What one’s badges say that one can do, drawn and listed. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const ctx = signedInCtx(context, request)
  const t = translate(ctx.locale)
  const kept = keepOnePerBadge(await listCollection(ctx, ctx.actor.personId))
  const skills = listSkills(kept)
  const frameworks = listFrameworks(skills)
  const draw = (room: 'wide' | 'narrow') => {
    const { body, width, height } = drawBubbles({ skills, room, sayCount: (count) => t('collection:count', { count }), pictureAt, hrefOf })
    return { body, viewBox: `0 0 ${width} ${Math.ceil(height)}` }
  }
  return {
    title: t('collection:skills.title'),
    total: kept.length,
    count: skills.length,
    drawn: Math.min(skills.length, MOST_BUBBLES),
    pictures: skills.length === 0 ? null : { wide: draw('wide'), narrow: draw('narrow') },
    groups: [
      ...frameworks.map((framework, index) => ({ key: framework, framework, look: String(index % HUES.length), skills: skills.filter((skill) => skill.framework === framework) })),
      { key: 'keyword', framework: null, look: 'keyword', skills: skills.filter(({ framework, kind }) => framework === null && kind !== 'tag') },
      { key: 'tag', framework: null, look: 'tag', skills: skills.filter(({ kind }) => kind === 'tag') },
    ]
      .filter(({ skills }) => skills.length > 0)
      .map((group) => ({ ...group, skills: group.skills.map((skill) => ({ name: skill.name, url: skill.url, count: skill.badges.length, to: hrefOf(skill) })) })),
  }
}

const hrefOf = ({ name, kind }: SpokenSkill): string => `/me/badges?${new URLSearchParams({ [kind === 'tag' ? 'tag' : 'skill']: name })}`

const pictureAt = ({ badgeId, picture }: CollectedBadge): string | undefined => {
  if (!picture) return undefined
  return 'imageId' in picture ? `/images/${picture.imageId}?format=png&size=64` : `/me/imports/${badgeId}/picture.png`
}
