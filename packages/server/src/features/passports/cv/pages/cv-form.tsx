import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type MouseEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form, Link, useNavigation } from 'react-router'
import { FormProblem, problemOf, useFieldError } from '#web/components/form-problem.tsx'
import { Notice } from '#web/components/notice.tsx'
import { addBadges, type Draft, press, readDraft } from '../../browser/cv-draft.ts'
import { BadgeRows } from './badge-rows.tsx'
import type { loader } from './cv-edit.server.ts'
import classes from './cv-form.module.css'
import { EducationRows, ExperienceRows, LanguageRows, LinkRows } from './entry-rows.tsx'
import { Section } from './form-section.tsx'
import { SkillFields } from './skill-fields.tsx'

export type EditedCv = Awaited<ReturnType<typeof loader>>
/** Changes the draft where a script runs; else its button submits the form, and the server answers with the form changed. */
export type Press = (intent: string, focus?: string) => (event: MouseEvent<HTMLButtonElement>) => void
export type Fields = { draft: Draft; error: (field: string) => string | undefined; press: Press }

const draftIn = (result: unknown): Draft | undefined => (typeof result === 'object' && result !== null && 'draft' in result ? (result.draft as Draft) : undefined)

/** One form, whole without scripts: its buttons for rows submit, and act in place where a script runs. */
export function CvForm({ page, result }: { page: EditedCv; result: unknown }) {
  const { t } = useTranslation('cv')
  const fieldError = useFieldError(result, 'cv')
  const form = useRef<HTMLFormElement>(null)
  const [draft, setDraft] = useState(() => draftIn(result) ?? page.draft)
  const [focus, setFocus] = useState<string>()
  const isBusy = useNavigation().state === 'submitting'
  const problem = problemOf(result)
  useEffect(() => {
    if (focus) form.current?.querySelector<HTMLElement>(focus)?.focus()
    setFocus(undefined)
  }, [focus])
  useEffect(() => {
    if (problem) document.getElementById('cv-problem')?.focus()
  }, [problem])

  const change: Press = (intent, next) => (event) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget.form!)
    const ticked = data.getAll('ticked')
    const typed = addBadges(
      readDraft(data),
      page.badges.filter(({ badgeId }) => ticked.includes(badgeId)),
    )
    setDraft(press(typed, intent))
    setFocus(next)
  }
  const fields: Fields = { draft, error: (field) => fieldError(field), press: change }
  const text = (name: string) => ({ name, defaultValue: draft.values[name], error: fieldError(name === 'title' ? name : `content.${name}`) })
  return (
    <Form method="post" noValidate ref={form}>
      {/* The Enter key in any field saves. */}
      <button type="submit" name="intent" value="save" hidden tabIndex={-1} aria-hidden="true" />
      <input type="hidden" name="readAt" value={page.readAt} />
      <div id="cv-problem" tabIndex={-1}>
        {problem?.code === 'cv_changed_meanwhile' ? <Meanwhile cvId={page.cvId} /> : <FormProblem result={result} slice="cv" />}
      </div>
      <div className={classes.sections}>
        <Section title={t('edit.frame')}>
          <div className={classes.pair}>
            <TextInput {...text('title')} label={t('edit.cv_title')} description={t('edit.cv_title_help')} required maxLength={120} autoComplete="off" />
            <NativeSelect name="locale" label={t('edit.locale')} description={t('edit.locale_help')} defaultValue={draft.values['locale']} data={localesOf(t)} />
          </div>
        </Section>
        <Section title={t('edit.identity')} help={t('edit.identity_help')}>
          <div className={classes.pair}>
            <TextInput {...text('name')} label={t('edit.name')} required maxLength={160} autoComplete="name" />
            <TextInput {...text('headline')} label={t('edit.headline')} placeholder={t('edit.headline_example')} maxLength={200} autoComplete="off" />
            <TextInput {...text('email')} type="email" label={t('edit.email')} maxLength={200} autoComplete="email" />
            <TextInput {...text('phone')} type="tel" label={t('edit.phone')} maxLength={40} autoComplete="tel" />
            <TextInput {...text('town')} label={t('edit.town')} maxLength={120} autoComplete="address-level2" />
            <TextInput {...text('website')} inputMode="url" label={t('edit.website')} maxLength={500} autoComplete="url" />
          </div>
          <Textarea {...text('summary')} label={t('edit.summary')} description={t('edit.summary_help')} rows={4} maxLength={1500} />
        </Section>
        <ExperienceRows {...fields} />
        <EducationRows {...fields} />
        <BadgeRows {...fields} badges={page.badges} waiting={page.waiting} />
        <SkillFields {...fields} badges={page.badges} />
        <LanguageRows {...fields} />
        <Section title={t('edit.more')}>
          <Textarea {...text('interests')} label={t('edit.interests')} rows={3} maxLength={800} />
        </Section>
        <LinkRows {...fields} />
      </div>
      <div className={classes.save}>
        <Button type="submit" name="intent" value="save" aria-disabled={isBusy} onClick={(event) => isBusy && event.preventDefault()}>
          {t('edit.save')}
        </Button>
        <Button component={Link} to={`/me/cv/${page.cvId}`} variant="subtle">
          {t('edit.cancel')}
        </Button>
      </div>
    </Form>
  )
}

export const localesOf = (t: (key: string) => string) => (['fr', 'en'] as const).map((value) => ({ value, label: t(`locales.${value}`) }))

/** Two windows: what was typed here is still here, and its person decides. */
function Meanwhile({ cvId }: { cvId: string }) {
  const { t } = useTranslation('cv')
  return (
    <Notice kind="warning" title={t('errors.cv_changed_meanwhile')} mb="md">
      <p className={classes.told}>{t('edit.meanwhile')}</p>
      <div className={classes.choices}>
        <Button type="submit" name="intent" value="overwrite" variant="default">
          {t('edit.overwrite')}
        </Button>
        <a href={`/me/cv/${cvId}`} target="_blank" rel="noreferrer">
          {t('edit.see_other')}
        </a>
      </div>
    </Notice>
  )
}
