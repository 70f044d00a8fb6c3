import { Button, Text, Title, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { OrganizationSummary } from '../summarize-organization.ts'
import classes from './organizations.module.css'

type Rights = { design: boolean; issue: boolean; managePeople: boolean; viewPeople: boolean }
type Step = { key: 'design' | 'people' | 'issue' | 'follow'; to: string; isDone: boolean; isMine: boolean }

/** The way from nothing to a badge in somebody's hands: what is done, what comes next, and who can do it. */
export function NextSteps({ slug, can, summary }: { slug: string; can: Rights; summary: OrganizationSummary }) {
  const { t } = useTranslation('organizations')
  const at = (path: string) => `/organizations/${slug}/${path}`
  const steps: Step[] = [
    { key: 'design', to: summary.draftCount > 0 ? at('achievements') : at('achievements/new'), isDone: summary.achievementCount > 0, isMine: can.design },
    { key: 'people', to: at('import'), isDone: summary.pupilCount > 0 || summary.staffCount > 5, isMine: can.managePeople },
    { key: 'issue', to: at('issue'), isDone: summary.credentialCount > 0, isMine: can.issue && summary.achievementCount > 0 },
    { key: 'follow', to: at('credentials'), isDone: false, isMine: can.viewPeople && summary.credentialCount > 0 },
  ]
  const next = steps.find(({ isDone, isMine }) => !isDone && isMine)?.key
  return (
    <section aria-labelledby="next">
      <Title order={2} id="next" mb="sm">
        {t('home.next')}
      </Title>
      <ol className={`surface ${classes.list}`}>
        {steps.map((step, index) => (
          <li key={step.key} className={classes.step} data-state={step.isDone ? 'done' : step.key === next ? 'next' : 'later'}>
            <span className={classes.number} aria-hidden="true">
              {step.isDone ? '✓' : index + 1}
            </span>
            <div style={{ flex: 1 }}>
              <Text fw={600}>
                {t(`steps.${step.key}.title`)}
                {step.isDone && <VisuallyHidden component="span"> {t('steps.done')}</VisuallyHidden>}
              </Text>
              <Text c="dimmed" size="sm" maw="38rem">
                {t(step.key === 'design' && !step.isDone && summary.draftCount > 0 ? 'steps.design.draft' : `steps.${step.key}.help`, { count: summary.draftCount })}
              </Text>
              {step.isMine && (
                <Button component={Link} to={step.to} mt="sm" variant={step.key === next ? 'filled' : 'default'}>
                  {t(step.isDone ? `steps.${step.key}.again` : `steps.${step.key}.action`)}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
