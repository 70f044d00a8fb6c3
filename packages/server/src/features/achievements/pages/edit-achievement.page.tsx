import { Anchor, Button, Container, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form, useActionData, useLoaderData } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { FormProblem, problemOf, useFieldError } from '#web/components/form-problem.tsx'
import { Notice } from '#web/components/notice.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { titled } from '#web/components/titled.ts'
import { achievementTypes } from '../achievement.schema.ts'
import type { Values } from '../achievement-form.schema.ts'
import classes from './achievements.module.css'
import { AlignmentFields } from './alignment-fields.tsx'
import { CriteriaField } from './criteria-field.tsx'
import { DraftAside } from './draft-aside.tsx'
import type { action, loader } from './edit-achievement.server.ts'
import { ImageFields } from './image-fields.tsx'
import { LevelFields } from './level-fields.tsx'
import { SimilarBadges } from './similar-badges.tsx'

export { action, loader } from '#features/achievements/pages/edit-achievement.server.ts'

export const meta = titled

export default function EditAchievementPage() {
  const { t } = useTranslation('achievements')
  const { organization, can, achievementId, values: saved, similar } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const values: Values = result && 'values' in result ? { ...saved, ...result.values, revision: saved.revision! } : saved
  const list = `/organizations/${organization.slug}/achievements`
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader
        title={t(achievementId ? 'edit.title' : 'edit.title_new')}
        lead={t('edit.lead')}
        back={achievementId ? { to: `${list}/${achievementId}`, label: t('edit.back') } : { to: list, label: t('inner.back') }}
      />
      <DoneNotice slice="achievements" />
      <FormProblem result={result} slice="achievements" />
      <StaleHelp />
      <div className={classes.section}>
        <SimilarBadges similar={similar} library={`/organizations/${organization.slug}/library`} />
      </div>
      <BadgeForm key={`${achievementId}-${saved.revision}`} values={values} rowsKey={result && 'values' in result && !('problem' in result) ? JSON.stringify(result.values) : ''} />
    </Container>
  )
}

/** Somebody else saved meanwhile: what was typed is in the form, what they wrote is one click away. */
function StaleHelp() {
  const { t } = useTranslation('achievements')
  const result = useActionData<typeof action>()
  if (problemOf(result)?.code !== 'draft_changed') return null
  return (
    <Notice kind="info">
      {t('edit.stale_help')}{' '}
      <Anchor href="?" inherit target="_blank" rel="noopener">
        {t('edit.stale_open')}
      </Anchor>
    </Notice>
  )
}

function BadgeForm({ values, rowsKey }: { values: Values; rowsKey: string }) {
  const { t } = useTranslation('achievements')
  const result = useActionData<typeof action>()
  const { missing } = useLoaderData<typeof loader>()
  const [typed, setTyped] = useState<Values>()
  const follow = (event: FormEvent<HTMLFormElement>) => setTyped(readForm(event.currentTarget))
  const isStale = problemOf(result)?.code === 'draft_changed'
  return (
    <Form method="post" encType="multipart/form-data" onChange={follow} noValidate>
      {/* The Enter key in any field saves. */}
      <button type="submit" name="intent" value="save" hidden tabIndex={-1} aria-hidden="true" />
      <input type="hidden" name="revision" value={values.revision} />
      <input type="hidden" name="imageId" value={values.imageId} />
      <div className={classes.form}>
        <Stack gap={44}>
          <Words values={values} />
          <ImageFields values={values} typed={typed ?? values} />
          <LevelFields key={rowsKey} values={values} />
          <Details values={values} rowsKey={rowsKey} />
          <InEnglish values={values} />
        </Stack>
        <DraftAside values={typed ?? values} missing={missing} />
      </div>
      <div className={classes.actions}>
        <Button type="submit" name="intent" value="save">
          {t(isStale ? 'edit.save_mine' : 'edit.save')}
        </Button>
        <Button type="submit" name="intent" value="save-and-preview" variant="default">
          {t('edit.save_and_preview')}
        </Button>
      </div>
    </Form>
  )
}

const readForm = (form: HTMLFormElement): Values => Object.fromEntries([...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === 'string'))

function Words({ values }: { values: Values }) {
  const { t } = useTranslation('achievements')
  const error = useFieldError(useActionData<typeof action>(), 'achievements')
  return (
    <fieldset className={classes.fieldset}>
      <legend className={classes.legend}>{t('edit.words')}</legend>
      <Stack gap="md">
        <TextInput
          id="name"
          name="name.fr"
          label={t('edit.name')}
          description={t('edit.name_help')}
          defaultValue={values['name.fr']}
          error={error('name.fr')}
          maxLength={120}
          autoComplete="off"
        />
        <Textarea
          id="description"
          name="description.fr"
          label={t('edit.description')}
          description={t('edit.description_help')}
          defaultValue={values['description.fr']}
          error={error('description.fr')}
          rows={3}
          maxLength={1000}
        />
        <CriteriaField value={values['criteria.fr'] ?? ''} error={error('criteria.fr')} />
      </Stack>
    </fieldset>
  )
}

function Details({ values, rowsKey }: { values: Values; rowsKey: string }) {
  const { t } = useTranslation('achievements')
  const error = useFieldError(useActionData<typeof action>(), 'achievements')
  return (
    <fieldset className={classes.fieldset}>
      <legend className={classes.legend}>{t('edit.details')}</legend>
      <Stack gap="md">
        <NativeSelect
          name="achievementType"
          label={t('edit.type')}
          description={t('edit.type_help')}
          defaultValue={values.achievementType}
          data={achievementTypes.map((type) => ({ value: type, label: t(`type.${type}`) }))}
        />
        <TextInput id="tags" name="tags" label={t('edit.tags')} description={t('edit.tags_help')} defaultValue={values.tags} error={error('tags')} autoComplete="off" />
        <AlignmentFields key={rowsKey} values={values} />
      </Stack>
    </fieldset>
  )
}

function InEnglish({ values }: { values: Values }) {
  const { t } = useTranslation('achievements')
  const error = useFieldError(useActionData<typeof action>(), 'achievements')
  const isFilled = ['name.en', 'description.en', 'criteria.en', 'imageAlt.en'].some((name) => values[name])
  return (
    <details open={isFilled}>
      <summary className={classes.summary}>{t('edit.in_english')}</summary>
      <Stack gap="md" mt="sm">
        <Text c="dimmed">{t('edit.in_english_help')}</Text>
        <TextInput name="name.en" label={t('edit.name_en')} lang="en" defaultValue={values['name.en']} error={error('name.en')} maxLength={120} />
        <Textarea
          name="description.en"
          label={t('edit.description_en')}
          lang="en"
          defaultValue={values['description.en']}
          error={error('description.en')}
          rows={3}
          maxLength={1000}
        />
        <Textarea name="criteria.en" label={t('edit.criteria_en')} lang="en" defaultValue={values['criteria.en']} error={error('criteria.en')} rows={6} maxLength={10_000} />
        <TextInput name="imageAlt.en" label={t('edit.image_alt_en')} lang="en" defaultValue={values['imageAlt.en']} error={error('imageAlt.en')} maxLength={300} />
      </Stack>
    </details>
  )
}
