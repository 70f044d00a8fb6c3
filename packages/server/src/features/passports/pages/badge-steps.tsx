import { Anchor, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { LevelLadder } from '#web/components/level-ladder.tsx'
import classes from './my-badges.module.css'
import type { PresentedStep } from './present-steps.ts'

/** How far the badge has grown, step by step, across structures; and what the next one asks. */
export function BadgeSteps({ steps, credentialId }: { steps: PresentedStep[]; credentialId: string }) {
  const { t } = useTranslation('passports')
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby="steps">
      <Title order={2} id="steps" mb="md">
        {t('steps.title')}
      </Title>
      <LevelLadder
        steps={steps.map((step) => ({
          ...step,
          isReached: step.received.length > 0,
          children: (
            <>
              {step.isNext && (
                <Text size="sm" fw={600} mt={4}>
                  {t('steps.next')}
                </Text>
              )}
              {step.received.map((received) => (
                <Received key={received.credentialId} received={received} isHere={received.credentialId === credentialId} />
              ))}
            </>
          ),
        }))}
      />
    </section>
  )
}

function Received({ received, isHere }: { received: PresentedStep['received'][number]; isHere: boolean }) {
  const { t } = useTranslation(['passports', 'faces'])
  const { credentialId, organizationName, receivedOn, state, narrative, evidenceUrl } = received
  return (
    <div className={classes.received}>
      <Text fw={600}>
        {isHere ? (
          t('steps.received', { organization: organizationName, date: receivedOn })
        ) : (
          <Anchor component={Link} to={`/me/badges/${credentialId}`} inherit>
            {t('steps.received', { organization: organizationName, date: receivedOn })}
          </Anchor>
        )}
      </Text>
      {state === 'expired' && <Text size="sm">{t('faces:state.expired.name')}</Text>}
      {narrative && (
        <Text size="sm" className={classes.written}>
          {narrative}
        </Text>
      )}
      {evidenceUrl && (
        <Anchor href={evidenceUrl} rel="nofollow noopener" size="sm">
          {t('steps.evidence')}
        </Anchor>
      )}
    </div>
  )
}
