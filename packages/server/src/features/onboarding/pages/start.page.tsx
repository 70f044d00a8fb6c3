import { Button, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useLoaderData } from 'react-router'
import { GuidePage } from './guide-page.tsx'
import classes from './onboarding.module.css'
import type { loader } from './start.server.ts'

export { action, loader } from '#features/onboarding/pages/start.server.ts'
export { titled as meta } from '#web/components/titled.ts'

type Page = Awaited<ReturnType<typeof loader>>

export default function StartPage() {
  const { organization, can, steps, isClosed } = useLoaderData<typeof loader>()
  const { t } = useTranslation('onboarding')
  const home = `/organizations/${organization.slug}`
  const next = steps.find(({ state }) => state === 'todo')
  const closing = isClosed ? 'reopen' : 'close'
  return (
    <GuidePage organization={organization} can={can} title={t('start.title')} lead={t('start.lead')} back={{ to: home, label: organization.name }}>
      <Stack gap="xl">
        <Text role="status">{t('start.progress', { done: steps.filter(({ state }) => state !== 'todo').length, all: steps.length })}</Text>
        <ol className={`surface ${classes.list}`}>
          {steps.map((step, place) => (
            <StepLine key={step.step} step={step} number={place + 1} home={home} isNext={step === next} />
          ))}
        </ol>
        <Form method="post">
          <Text size="sm" c="dimmed" mb="xs" maw="40rem">
            {t(`start.${closing}_help`)}
          </Text>
          <Button type="submit" name="closing" value={closing} variant={next || isClosed ? 'default' : 'filled'}>
            {t(`start.${closing}`)}
          </Button>
        </Form>
      </Stack>
    </GuidePage>
  )
}

function StepLine({ step: { step, state, isByFact, count }, number, home, isNext }: { step: Page['steps'][number]; number: number; home: string; isNext: boolean }) {
  const { t } = useTranslation('onboarding')
  return (
    <li className={classes.item} data-state={state === 'todo' && isNext ? 'next' : state}>
      <span className={classes.number} aria-hidden="true">
        {state === 'done' ? '✓' : number}
      </span>
      <div className={classes.words}>
        <Text fw={600}>{t(`steps.${step}.title`)}</Text>
        <Text size="sm" c="dimmed" maw="40rem">
          {state === 'skipped' ? t('start.skipped') : isByFact ? t(`steps.${step}.fact`, { count }) : state === 'done' ? t('start.done') : t(`steps.${step}.help`)}
        </Text>
        {!isByFact && (
          <Form method="post">
            <input type="hidden" name="step" value={step} />
            <Group gap="md">
              {(state === 'todo' ? (['done', 'skipped'] as const) : (['todo'] as const)).map((mark) => (
                <button key={mark} type="submit" name="state" value={mark} className={classes.plain} aria-label={`${t(`start.mark_${mark}`)} : ${t(`steps.${step}.title`)}`}>
                  {t(`start.mark_${mark}`)}
                </button>
              ))}
            </Group>
          </Form>
        )}
      </div>
      <StepActions step={step} home={home} isNext={isNext} />
    </li>
  )
}

function StepActions({ step, home, isNext }: { step: Page['steps'][number]['step']; home: string; isNext: boolean }) {
  const { t } = useTranslation('onboarding')
  const variant = isNext ? 'filled' : 'default'
  if (step !== 'jury')
    return (
      <Button component={Link} to={`${home}/start/${step}`} variant={variant}>
        {t(`steps.${step}.action`)}
      </Button>
    )
  return (
    <Group gap="sm">
      <Button component={Link} to={`${home}/nominations/new`} variant={variant}>
        {t('steps.jury.action')}
      </Button>
      <Button component={Link} to={`${home}/nominations`} variant="default">
        {t('steps.jury.decide')}
      </Button>
      <Button component={Link} to={`${home}/juries`} variant="default">
        {t('steps.jury.juries')}
      </Button>
      <Button component={Link} to={`${home}/ceremonies`} variant="default">
        {t('steps.jury.ceremonies')}
      </Button>
    </Group>
  )
}
