import { Anchor, Checkbox, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { Choices } from './choices.ts'
import classes from './programmes.module.css'

/** Those who get ready: classes, groups, a whole year. */
export function CohortChoices({ cohorts, ticked }: { cohorts: Choices['cohorts']; ticked: readonly string[] }) {
  const { t } = useTranslation('practice')
  const { slug } = useParams()
  return (
    <fieldset className={classes.fieldset}>
      <legend className={classes.legend}>{t('form.cohorts')}</legend>
      <Text c="dimmed" mb="sm" maw="44rem">
        {t('form.cohorts_help')}
      </Text>
      {cohorts.length === 0 && (
        <Text maw="44rem">
          {t('form.no_cohorts')}{' '}
          <Anchor component={Link} to={`/organizations/${slug}/cohorts`} inherit>
            {t('form.to_cohorts')}
          </Anchor>
        </Text>
      )}
      <div className={classes.checks}>
        {cohorts.map(({ id, name, kind, memberCount }) => (
          <Checkbox
            key={id}
            name={`cohort.${id}`}
            size="md"
            defaultChecked={ticked.includes(id)}
            label={name}
            description={`${t(kind === 'class' ? 'form.class' : 'form.group')} · ${t('list.people', { count: memberCount })}`}
          />
        ))}
      </div>
    </fieldset>
  )
}

/** Those who say « validé »: several, for groups that are shared. */
export function TeacherChoices({ teachers, ticked }: { teachers: Choices['teachers']; ticked: readonly string[] }) {
  const { t } = useTranslation('practice')
  return (
    <fieldset className={classes.fieldset}>
      <legend className={classes.legend}>{t('form.teachers')}</legend>
      <Text c="dimmed" mb="sm" maw="44rem">
        {t('form.teachers_help')}
      </Text>
      <div className={classes.checks}>
        {teachers.map(({ personId, name }) => (
          <Checkbox key={personId} name={`teacher.${personId}`} size="md" defaultChecked={ticked.includes(personId)} label={name} />
        ))}
      </div>
    </fieldset>
  )
}
