import { Anchor, Badge, Group, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { BadgeImage } from '#web/components/badge-image.tsx'
import { type LadderStep, LevelLadder } from '#web/components/level-ladder.tsx'
import { Prose } from '#web/components/prose.tsx'
import type { Alignment } from '../achievement.schema.ts'
import classes from './achievements.module.css'

export type AchievementBodyProps = {
  name: string
  description: string
  criteriaHtml: string
  achievementType: string
  tags: string[]
  alignments: Alignment[]
  levels: LadderStep[]
  image: { id: string; alt: string } | null
  issuer: { name: string; to?: string }
  /** 1 on the badge's own page, 2 where it is shown inside another. */
  order: 1 | 2
}

/** What everybody reads about a badge: on its public page, and before it is published. */
export function AchievementBody({ order, ...badge }: AchievementBodyProps) {
  const { t } = useTranslation('achievements')
  return (
    <>
      <div className={classes.hero}>
        {badge.image ? <BadgeImage imageId={badge.image.id} alt={badge.image.alt} size={240} /> : <NoImage size={240} />}
        <Stack gap="sm" className={classes.heroText}>
          <Text c="dimmed" fw={600} size="sm">
            {t(`type.${badge.achievementType}`)}
          </Text>
          <Title order={order} size="h1">
            {badge.name || t('list.unnamed')}
          </Title>
          <Text>
            {t('public.defined_by')}{' '}
            {badge.issuer.to ? (
              <Anchor component={Link} to={badge.issuer.to} fw={600}>
                {badge.issuer.name}
              </Anchor>
            ) : (
              <strong>{badge.issuer.name}</strong>
            )}
          </Text>
          {badge.description && <Text size="lg">{badge.description}</Text>}
          {badge.tags.length > 0 && (
            <Group component="ul" gap={6} className={classes.list} aria-label={t('public.tags')}>
              {badge.tags.map((tag) => (
                <Badge key={tag} component="li" variant="light" tt="none" size="lg" fw={500} c="var(--mantine-color-text)">
                  {tag}
                </Badge>
              ))}
            </Group>
          )}
        </Stack>
      </div>
      <section id="criteria" className={`surface ${classes.panel}`} aria-labelledby="criteria-title">
        <Title order={order === 1 ? 2 : 3} size="h2" id="criteria-title" mb="sm">
          {t('public.criteria')}
        </Title>
        {badge.criteriaHtml ? <Prose html={badge.criteriaHtml} /> : <Text c="dimmed">{t('public.no_criteria')}</Text>}
      </section>
      <Levels levels={badge.levels} order={order === 1 ? 2 : 3} />
      <Alignments alignments={badge.alignments} order={order === 1 ? 2 : 3} />
    </>
  )
}

export function NoImage({ size }: { size: number }) {
  const { t } = useTranslation('achievements')
  return (
    <div className={classes.noImage} style={{ width: size, height: size }}>
      {t('list.no_image')}
    </div>
  )
}

function Levels({ levels, order }: { levels: LadderStep[]; order: 2 | 3 }) {
  const { t } = useTranslation('achievements')
  if (levels.length === 0) return null
  return (
    <section id="levels" className={classes.section} aria-labelledby="levels-title">
      <Title order={order} size="h2" id="levels-title" mb={4}>
        {t('public.levels')}
      </Title>
      <Text c="dimmed" mb="md">
        {t('public.levels_lead')}
      </Text>
      <LevelLadder steps={levels} order={order === 2 ? 3 : 4} />
    </section>
  )
}

function Alignments({ alignments, order }: { alignments: Alignment[]; order: 2 | 3 }) {
  const { t } = useTranslation('achievements')
  if (alignments.length === 0) return null
  return (
    <section className={classes.section} aria-labelledby="alignments">
      <Title order={order} size="h2" id="alignments" mb={4}>
        {t('public.alignments')}
      </Title>
      <Text c="dimmed" mb="sm">
        {t('public.alignments_lead')}
      </Text>
      <Stack component="ul" gap="sm" className={classes.list}>
        {alignments.map((alignment) => (
          <li key={`${alignment.targetUrl} ${alignment.targetName}`}>
            {/^https?:/i.test(alignment.targetUrl) ? (
              <Anchor href={alignment.targetUrl} rel="nofollow noopener">
                {alignment.targetName || alignment.targetUrl}
              </Anchor>
            ) : (
              alignment.targetName
            )}
            <Text size="sm" c="dimmed">
              {[alignment.targetCode, alignment.targetFramework].filter(Boolean).join(' · ')}
            </Text>
            {alignment.targetDescription && <Text size="sm">{alignment.targetDescription}</Text>}
          </li>
        ))}
      </Stack>
    </section>
  )
}
