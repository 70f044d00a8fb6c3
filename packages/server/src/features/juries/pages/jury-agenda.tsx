import { Button, Checkbox, Group, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link } from 'react-router'
import { BadgeImage } from '#web/components/badge-image.tsx'
import classes from './juries.module.css'
import type { JuryPageData } from './jury.page.tsx'

type Props = { page: JuryPageData }

/** What lies on the table, badge by badge. */
export function Agenda({ page: { dossiers, jury, organization } }: Props) {
  const { t } = useTranslation('juries')
  return (
    <section aria-labelledby="agenda">
      <Title order={2} id="agenda" mb="sm">
        {t('agenda.title', { count: dossiers.length })}
      </Title>
      {dossiers.length === 0 && <Text c="dimmed">{t('agenda.none')}</Text>}
      {groupByBadge(dossiers).map(([achievementId, group]) => (
        <div key={achievementId} className={classes.group}>
          <Title order={3} className={classes.badge}>
            <BadgeImage imageId={group[0]!.badge.imageId} alt="" size={40} />
            {group[0]!.badge.name}
          </Title>
          <ul className={`surface ${classes.list}`}>
            {group.map((dossier) => (
              <li key={dossier.dossierId} className={classes.member}>
                <div>
                  <Link to={`/organizations/${organization.slug}/nominations/${dossier.nominationId}`} className={classes.plain}>
                    {dossier.nominee.name}
                  </Link>
                  <Text size="sm" c="dimmed">
                    {[
                      dossier.nominee.about,
                      t('agenda.voices', { count: dossier.voices.length }),
                      jury.state === 'preparing' ? '' : t('agenda.voted', { count: dossier.votedCount, of: dossier.voterCount }),
                      dossier.returnedFrom ? t('returned', { date: dossier.returnedFrom }) : '',
                      dossier.isUnaccepted ? t('agenda.unaccepted') : '',
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </Text>
                  {dossier.recusals.length > 0 && <Text size="sm">{dossier.recusals.map(({ by, kind }) => t(`recusal.${kind}_of`, { name: by })).join(' ')}</Text>}
                </div>
                {dossier.decision ? (
                  <span className={classes.mark} data-state={dossier.decision.decision}>
                    {t(`decision.${dossier.decision.decision}`)}
                  </span>
                ) : (
                  jury.state !== 'closed' && (
                    <Form method="post">
                      <input type="hidden" name="dossierId" value={dossier.dossierId} />
                      <Button
                        type="submit"
                        name="intent"
                        value="take-away"
                        variant="subtle"
                        size="sm"
                        aria-label={`${t('agenda.take_away')} : ${dossier.nominee.name}, ${dossier.badge.name}`}
                      >
                        {t('agenda.take_away')}
                      </Button>
                    </Form>
                  )
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

/** What could lie there as well: first what came back from an earlier séance. */
export function Proposable({ page: { proposable, organization } }: Props) {
  const { t } = useTranslation('juries')
  if (proposable.length === 0)
    return (
      <section aria-labelledby="proposable">
        <Title order={2} id="proposable" mb="sm">
          {t('proposable.title', { count: 0 })}
        </Title>
        <Text c="dimmed" maw="42rem">
          {t('proposable.none')} <Link to={`/organizations/${organization.slug}/nominations`}>{t('proposable.see')}</Link>
        </Text>
      </section>
    )
  const returned = proposable.filter(({ returnedFrom }) => returnedFrom)
  const groups = groupByBadge(proposable.filter(({ returnedFrom }) => !returnedFrom))
  return (
    <section aria-labelledby="proposable">
      <Title order={2} id="proposable" mb={4}>
        {t('proposable.title', { count: proposable.length })}
      </Title>
      <Text c="dimmed" mb="md" maw="42rem">
        {t('proposable.help')}
      </Text>
      <Form method="post">
        {returned.length > 0 && <Choices title={t('proposable.returned')} dossiers={returned} withBadge />}
        {groups.map(([achievementId, group]) => (
          <Choices key={achievementId} title={group[0]!.badge.name} imageId={group[0]!.badge.imageId} dossiers={group} />
        ))}
        <Button type="submit" name="intent" value="lay">
          {t('proposable.lay')}
        </Button>
      </Form>
      <Form method="post" className={classes.after}>
        {proposable.map(({ nominationId }) => (
          <input key={nominationId} type="hidden" name="nominationId" value={nominationId} />
        ))}
        <Button type="submit" name="intent" value="lay" variant="default">
          {t('proposable.lay_all', { count: proposable.length })}
        </Button>
      </Form>
    </section>
  )
}

type Choice = JuryPageData['proposable'][number]

function Choices({ title, imageId, dossiers, withBadge = false }: { title: string; imageId?: string; dossiers: Choice[]; withBadge?: boolean }) {
  const { t } = useTranslation('juries')
  return (
    <fieldset className={`surface ${classes.choices}`}>
      <legend>
        <Group gap="xs" component="span">
          {imageId && <BadgeImage imageId={imageId} alt="" size={32} />}
          {title}
        </Group>
      </legend>
      {dossiers.map(({ nominationId, nominee, badge, voiceCount, returnedFrom }) => (
        <Checkbox
          key={nominationId}
          name="nominationId"
          value={nominationId}
          label={[nominee.name, withBadge ? badge.name : ''].filter(Boolean).join(', ')}
          description={[nominee.about, t('agenda.voices', { count: voiceCount }), returnedFrom ? t('returned', { date: returnedFrom }) : ''].filter(Boolean).join(' · ')}
        />
      ))}
    </fieldset>
  )
}

const groupByBadge = <T extends { badge: { achievementId: string } }>(all: T[]): [string, T[]][] => [...Map.groupBy(all, ({ badge }) => badge.achievementId)]
