import { Anchor, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useNavigation } from 'react-router'
import { BadgeImage } from '#web/components/badge-image.tsx'
import { FormProblem, typedValues, useFieldError } from '#web/components/form-problem.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { MAX_NARRATIVE } from '../credentials.schema.ts'
import classes from './choose-people.module.css'
import { IssueSteps } from './issue-steps.tsx'
import { LevelChoice } from './level-choice.tsx'
import { CohortFields, ListFields, type PeopleProps, PersonFields } from './people-fields.tsx'

export type Badge = {
  achievementId: string
  versionId: string
  name: string
  description: string
  imageId: string
  imageAlt: string
  levels: { id: string; name: string; description: string }[]
}
type Props = PeopleProps & { organization: { slug: string; name: string }; badge: Badge; way: 'person' | 'cohort' | 'list'; today: string }

const WAYS = ['person', 'cohort', 'list'] as const
const FIELDS = { person: PersonFields, cohort: CohortFields, list: ListFields }

/** Step 2. */
export function ChoosePeople(props: Props) {
  const { badge, way, organization } = props
  const { t } = useTranslation('credentials')
  const result = useActionData()
  const isBusy = useNavigation().state === 'submitting'
  const Fields = FIELDS[way]
  const isReady = way !== 'cohort' || (props.cohort !== null && props.members.length > 0)
  const home = `/organizations/${organization.slug}/issue`
  return (
    <>
      <PageHeader title={t('issue.people.title')} />
      <IssueSteps current={2} back={[home]} />
      <div className={classes.badge}>
        <BadgeImage imageId={badge.imageId} alt={badge.imageAlt} size={72} />
        <div>
          <Text fw={650}>{badge.name}</Text>
          <Text size="sm" c="dimmed" lineClamp={2}>
            {badge.description}
          </Text>
          <Anchor component={Link} to={home} size="sm" className={classes.tick}>
            {t('issue.people.change_badge')}
          </Anchor>
        </div>
      </div>
      <nav className={classes.ways} aria-label={t('issue.people.ways')}>
        {WAYS.map((name) => (
          <Link key={name} to={`?achievement=${badge.achievementId}&to=${name}`} aria-current={name === way ? 'page' : undefined} preventScrollReset>
            {t(`issue.people.way.${name}`)}
          </Link>
        ))}
      </nav>
      <FormProblem result={result} slice="credentials" />
      <Form method="post" encType="multipart/form-data" key={`${way}:${props.cohort?.id}:${props.areAllTicked}`}>
        <input type="hidden" name="versionId" value={badge.versionId} />
        <input type="hidden" name="to" value={way} />
        <Stack gap="lg">
          <Fields {...props} />
          {isReady && <LevelChoice levels={badge.levels} help={way === 'list' ? t('issue.level.help_list') : undefined} />}
          {isReady && <SharedFields today={props.today} isOpen={way === 'person'} />}
          {isReady && (
            <Group>
              <Button type="submit" loading={isBusy}>
                {t('issue.people.preview')}
              </Button>
              <Text size="sm" c="dimmed">
                {t('issue.people.nothing_sent')}
              </Text>
            </Group>
          )}
        </Stack>
      </Form>
    </>
  )
}

/** What is said of everybody; a line of a list may say otherwise for itself. */
function SharedFields({ today, isOpen }: { today: string; isOpen: boolean }) {
  const { t } = useTranslation('credentials')
  const result = useActionData()
  const typed = typedValues(result)
  const errorOf = useFieldError(result, 'credentials')
  const isFilled = Boolean(typed['narrative'] || typed['evidenceUrl'] || typed['validUntil'])
  return (
    <details className={classes.more} open={isOpen || isFilled}>
      <summary>{t('issue.shared.summary')}</summary>
      <Stack gap="md" mt="md">
        <Textarea
          name="narrative"
          label={t('issue.shared.narrative')}
          description={t(isOpen ? 'issue.shared.narrative_help_one' : 'issue.shared.narrative_help')}
          rows={3}
          maxLength={MAX_NARRATIVE}
          defaultValue={typed['narrative']}
          error={errorOf('narrative')}
        />
        <TextInput
          name="evidenceUrl"
          type="url"
          label={t('issue.shared.evidence')}
          description={t('issue.shared.evidence_help')}
          placeholder="https://"
          defaultValue={typed['evidenceUrl']}
          error={errorOf('evidenceUrl')}
        />
        <TextInput
          name="validUntil"
          type="date"
          label={t('issue.shared.until')}
          description={t('issue.shared.until_help')}
          min={today}
          maw="16rem"
          defaultValue={typed['validUntil']}
          error={errorOf('validUntil')}
        />
      </Stack>
    </details>
  )
}
