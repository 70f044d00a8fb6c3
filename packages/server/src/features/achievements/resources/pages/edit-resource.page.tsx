import { Button, Checkbox, Container, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form, useActionData, useLoaderData } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { FormProblem, useFieldError } from '#web/components/form-problem.tsx'
import { Notice } from '#web/components/notice.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { titled } from '#web/components/titled.ts'
import type { Values } from '../resource-form.schema.ts'
import type { action, loader } from './edit-resource.server.ts'
import { ExerciseFields } from './exercise-fields.tsx'
import classes from './resources.module.css'
import { TryOut } from './try-out.tsx'

export { action, loader } from '#features/achievements/resources/pages/edit-resource.server.ts'

export const meta = titled

export default function EditResourcePage() {
  const { t } = useTranslation('resources')
  const { organization, can, badge, here, kind, resourceId, title, achievementId } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader
        title={title}
        lead={t(`edit.lead.${kind}`)}
        back={{ to: here, label: t('edit.back', { name: badge.name }) }}
        actions={
          resourceId &&
          kind === 'exercise' && (
            <Button component="a" href={`/organizations/${organization.slug}/achievements/${achievementId}/resources/${resourceId}/exercise.json`} download variant="default">
              {t('edit.export')}
            </Button>
          )
        }
      />
      <DoneNotice slice="resources" />
      <FormProblem result={result} slice="resources" />
      <Editor key={resourceId ?? 'new'} />
    </Container>
  )
}

function Editor() {
  const { t } = useTranslation('resources')
  const { kind, resourceId, values: saved } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const values: Values = result && 'values' in result ? { ...withoutTicks(saved), ...result.values } : saved
  const [typed, setTyped] = useState<Values>()
  const hasFile = kind === 'video' || kind === 'booklet'
  return (
    <div className={classes.editor} data-exercise={kind === 'exercise' || undefined}>
      <Form
        method="post"
        className={classes.form}
        {...(hasFile && { encType: 'multipart/form-data' as const })}
        onInput={({ currentTarget }) => setTyped(Object.fromEntries([...new FormData(currentTarget)].map(([name, value]) => [name, String(value)])))}
      >
        <Stack gap="lg">
          <Titles values={values} />
          {hasFile && <FileField />}
          {kind === 'video' && <CaptionsField />}
          {(kind === 'link' || kind === 'video') && <Address values={values} />}
          {kind === 'exercise' && <ExerciseFields values={values} />}
          <Checkbox name="isPublic" value="yes" defaultChecked={values['isPublic'] === 'yes'} label={t('edit.is_public')} description={t('edit.is_public_help')} />
          <Group gap="sm">
            <Button type="submit" name="intent" value="save">
              {t(resourceId ? 'edit.save' : 'edit.add')}
            </Button>
            {kind === 'exercise' && (
              <Button type="submit" name="intent" value="try" variant="default">
                {t('edit.try')}
              </Button>
            )}
            {resourceId && (
              <Button type="submit" name="intent" value="remove" variant="subtle" color="red" formNoValidate>
                {t('edit.remove')}
              </Button>
            )}
          </Group>
        </Stack>
      </Form>
      {kind === 'exercise' && (
        <aside className={classes.aside} aria-label={t('edit.try_out')}>
          <TryOut values={typed ?? values} />
        </aside>
      )}
    </div>
  )
}

/** A box that is not ticked is not sent: what was saved must not tick it again. */
const withoutTicks = (values: Values): Values => ({ ...values, isPublic: '', 'exercise.acceptsOtherUnits': '', 'exercise.isCased': '' })

function Titles({ values }: { values: Values }) {
  const { t } = useTranslation('resources')
  const error = useFieldError(useActionData<typeof action>(), 'resources')
  const field = (name: string, max: number) => ({ name, defaultValue: values[name], error: error(name), maxLength: max, autoComplete: 'off' })
  return (
    <Stack gap="sm">
      <TextInput {...field('title.fr', 120)} label={t('edit.title')} required withAsterisk={false} />
      <TextInput {...field('hint.fr', 200)} label={t('edit.hint')} description={t('edit.hint_help')} />
      <details open={Boolean(values['title.en'] || values['hint.en'])}>
        <summary className={classes.summary}>{t('edit.in_english')}</summary>
        <Stack gap="sm">
          <TextInput {...field('title.en', 120)} label={t('edit.title_en')} lang="en" />
          <TextInput {...field('hint.en', 200)} label={t('edit.hint_en')} lang="en" />
        </Stack>
      </details>
    </Stack>
  )
}

function FileField() {
  const { t } = useTranslation('resources')
  const { kind, fileName } = useLoaderData<typeof loader>()
  return (
    <Stack gap="xs">
      {fileName && <Notice kind="info">{t('edit.has_file', { name: fileName })}</Notice>}
      <label className={classes.file}>
        <Text fw={500}>{t(fileName ? 'edit.other_file' : `edit.file.${kind}`)}</Text>
        <Text size="sm" c="dimmed">
          {t(`edit.file_help.${kind}`)}
        </Text>
        <input type="file" name="file" accept={kind === 'video' ? 'video/mp4,video/webm' : 'application/pdf'} required={kind === 'booklet' && !fileName} />
      </label>
    </Stack>
  )
}

/** What is said in the film, for who does not hear it, or has no headphones at hand. */
function CaptionsField() {
  const { t } = useTranslation('resources')
  const { hasCaptions } = useLoaderData<typeof loader>()
  return (
    <Stack gap="xs">
      <label className={classes.file}>
        <Text fw={500}>{t(hasCaptions ? 'edit.other_captions' : 'edit.captions')}</Text>
        <Text size="sm" c="dimmed">
          {t('edit.captions_help')}
        </Text>
        <input type="file" name="captions" accept=".vtt,.srt,text/vtt" />
      </label>
      {hasCaptions && <Checkbox name="withoutCaptions" value="yes" label={t('edit.without_captions')} />}
    </Stack>
  )
}

function Address({ values }: { values: Values }) {
  const { t } = useTranslation('resources')
  const { kind } = useLoaderData<typeof loader>()
  const error = useFieldError(useActionData<typeof action>(), 'resources')
  return (
    <TextInput
      name="address"
      type="url"
      label={t(`edit.address.${kind}`)}
      description={t('edit.address_help')}
      defaultValue={values['address']}
      error={error('address')}
      maxLength={2000}
      autoComplete="off"
      placeholder="https://"
      required={kind === 'link'}
      withAsterisk={false}
    />
  )
}
