import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import classes from './issue-steps.module.css'

const STEPS = ['badge', 'people', 'check'] as const

/** Where one is of the three steps; those behind are ways back. */
export function IssueSteps({ current, back = [] }: { current: 1 | 2 | 3; back?: (string | undefined)[] }) {
  const { t } = useTranslation('credentials')
  return (
    <nav aria-label={t('steps.label')}>
      <ol className={classes.steps}>
        {STEPS.map((step, i) => (
          <li key={step} aria-current={i + 1 === current ? 'step' : undefined} data-state={i + 1 < current ? 'done' : i + 1 === current ? 'current' : 'ahead'}>
            <span className={classes.number} aria-hidden="true">
              {i + 1 < current ? '✓' : i + 1}
            </span>
            {i + 1 < current && back[i] ? (
              <Anchor component={Link} to={back[i]} size="sm">
                {t(`steps.${step}`)}
              </Anchor>
            ) : (
              <span>{t(`steps.${step}`)}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
