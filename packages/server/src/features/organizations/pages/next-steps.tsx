import { Button, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { OrganizationSummary } from '../summarize-organization.ts'
import classes from './organizations.module.css'

type Rights = { design: boolean; issue: boolean; managePeople: boolean; viewPeople: boolean; lead: boolean }
type Step = { key: 'start' | 'design' | 'people' | 'issue' | 'ceremony' | 'cards' | 'follow'; to: string; count?: number; isDone: boolean; isMine: boolean }

/** The way from nothing to a badge in somebody's hands: what comes next first, what is done in a line each. */
export function NextSteps({ slug, can, summary }: { slug: string; can: Rights; summary: OrganizationSummary }) {
  const { t } = useTranslation('organizations')
  const steps = listSteps(`/organizations/${slug}`, can, summary)
  const todo = steps.filter(({ isDone }) => !isDone)
  const done = steps.filter(({ isDone }) => isDone)
  const next = todo.find(({ isMine }) => isMine)
  return (
    <section aria-labelledby="next">
      <Title order={2} id="next" mb="sm">
        {t('home.next')}
      </Title>
      <ol className={`surface ${classes.list}`}>
        {todo.map((step, index) => (
          <li key={step.key} className={classes.step} data-state={step === next ? 'next' : 'later'}>
            <span className={classes.number} aria-hidden="true">
              {index + 1}
            </span>
            <div className={classes.words}>
              <Text fw={600}>{t(`steps.${step.key}.title`, { count: step.count })}</Text>
              <Text c="dimmed" size="sm" maw="38rem">
                {t(step.key === 'design' && summary.draftCount > 0 ? 'steps.design.draft' : `steps.${step.key}.help`, { count: summary.draftCount })}
                {!step.isMine && ` ${t(step.key === 'issue' && can.issue ? 'steps.issue.wait' : 'steps.others')}`}
              </Text>
            </div>
            {step.isMine && (
              <Button component={Link} to={step.to} variant={step === next ? 'filled' : 'default'}>
                {t(`steps.${step.key}.action`)}
              </Button>
            )}
          </li>
        ))}
        {done.map((step) => (
          <li key={step.key} className={classes.step} data-state="done">
            <span className={classes.number} aria-hidden="true">
              ✓
            </span>
            <Text size="sm" className={classes.words}>
              {t(`steps.${step.key}.done`)}
            </Text>
            {step.isMine && (
              <Link to={step.to} className={classes.tappable}>
                {t(`steps.${step.key}.again`)}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Cards and follow-up come up only once there is something to print or to follow. */
function listSteps(
  home: string,
  can: Rights,
  { draftCount, achievementCount, staffCount, pupilCount, credentialCount, cardsToPrint, agreedCount, isStarting }: OrganizationSummary,
): Step[] {
  const guide: Step[] = can.lead && isStarting ? [{ key: 'start', to: `${home}/start`, isDone: false, isMine: true }] : []
  const steps: Step[] = [
    ...guide,
    { key: 'design', to: draftCount > 0 ? `${home}/achievements` : `${home}/achievements/new`, isDone: achievementCount > 0, isMine: can.design },
    { key: 'people', to: `${home}/import`, isDone: pupilCount > 0 || staffCount > 5, isMine: can.managePeople },
    { key: 'issue', to: `${home}/issue`, isDone: credentialCount > 0, isMine: can.issue && achievementCount > 0 },
  ]
  if (can.issue && agreedCount > 0) steps.push({ key: 'ceremony', to: `${home}/ceremonies`, count: agreedCount, isDone: false, isMine: true })
  if (can.issue && cardsToPrint > 0) steps.push({ key: 'cards', to: `${home}/cards`, count: cardsToPrint, isDone: false, isMine: true })
  if (can.viewPeople && credentialCount > 0) steps.push({ key: 'follow', to: `${home}/credentials`, isDone: false, isMine: true })
  return steps
}
