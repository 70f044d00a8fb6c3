import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { typedValues, useFieldError } from '#web/components/form-problem.tsx'
import { ViewSwitch } from '#web/components/view-switch.tsx'
import type { action, loader } from './calendar.server.ts'
import { GuidePage } from './guide-page.tsx'
import classes from './onboarding.module.css'

export { action, loader } from '#features/onboarding/pages/calendar.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function CalendarPage() {
  const page = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('onboarding')
  const error = useFieldError(result, 'onboarding')
  const typed = typedValues(result)
  const { schoolYear, schoolYears, milestones, isKept } = page
  const home = `/organizations/${page.organization.slug}/start`
  return (
    <GuidePage {...page} title={t('calendar.title')} lead={t(isKept ? 'calendar.lead_kept' : 'calendar.lead')} result={result}>
      <ViewSwitch label={t('calendar.years')} views={schoolYears.map((year) => ({ to: `${home}/calendar?year=${year}`, label: year, isCurrent: year === schoolYear }))} />
      <Stack gap="xl">
        <Form method="post" noValidate key={schoolYear}>
          <input type="hidden" name="schoolYear" value={schoolYear} />
          <div className={`surface ${classes.panel} ${classes.days}`}>
            {milestones.map(({ kind, day }) => (
              <TextInput
                key={kind}
                type="date"
                name={`days.${kind}`}
                label={t(`milestones.${kind}.title`)}
                description={t(`milestones.${kind}.help`)}
                defaultValue={typed[`days.${kind}`] ?? day ?? ''}
                error={error(`days.${kind}`)}
                min={`${schoolYear.slice(0, 4)}-08-01`}
                max={`${schoolYear.slice(5)}-07-31`}
              />
            ))}
          </div>
          <Button type="submit" mt="md">
            {t('calendar.save')}
          </Button>
        </Form>
        <Group gap="sm">
          <Button component="a" href={`${home}/calendar/file?year=${schoolYear}`} download variant="default">
            {t('calendar.ics')}
          </Button>
          <Button component="a" href={`${home}/calendar/file?year=${schoolYear}&as=pdf`} download variant="default">
            {t('calendar.pdf')}
          </Button>
          <Button component={Link} to={`${home}/texts`} variant="default">
            {t('next.texts')}
          </Button>
        </Group>
      </Stack>
    </GuidePage>
  )
}
