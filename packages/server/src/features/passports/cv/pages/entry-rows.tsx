import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isFull, type List, type Row } from '../../browser/cv-draft.ts'
import { languageLevels } from '../cv.schema.ts'
import classes from './cv-form.module.css'
import type { Fields } from './cv-form.tsx'
import { Section } from './form-section.tsx'
import { RowButtons } from './row-buttons.tsx'

type Named = (name: string) => { name: string; defaultValue: string | undefined; error: string | undefined }

function Rows({ list, draft, error, press, help, first, children }: Fields & { list: List; help?: string; first: string; children: (field: Named, row: Row) => ReactNode }) {
  const { t } = useTranslation('cv')
  return (
    <Section title={t(`edit.${list}.title`)} help={help}>
      <ol className={classes.rows}>
        {draft[list].map((row, index) => {
          const field: Named = (name) => ({ name: `${list}.${index}.${name}`, defaultValue: row.values[name], error: error(`content.${list}.${index}.${name}`) })
          return (
            <li key={row.key}>
              <fieldset className={classes.row}>
                <legend className={classes.legend}>{t(`edit.${list}.one`, { number: index + 1 })}</legend>
                <input type="hidden" name={`${list}.${index}.key`} value={row.key} />
                {children(field, row)}
                <RowButtons list={list} index={index} count={draft[list].length} press={press} />
              </fieldset>
            </li>
          )
        })}
      </ol>
      {!isFull(draft, list) && (
        <div>
          <Button
            type="submit"
            name="intent"
            value={`add:${list}`}
            formAction={`?#add-${list}`}
            id={`add-${list}`}
            variant="default"
            onClick={press(`add:${list}`, `[name="${list}.${draft[list].length}.${first}"]`)}
          >
            {t(`edit.${list}.add`)}
          </Button>
        </div>
      )}
    </Section>
  )
}

/** When it was: a month or a year, as people write them. */
function Period({ field }: { field: Named }) {
  const { t } = useTranslation('cv')
  return (
    <>
      <TextInput {...field('from')} label={t('edit.from')} placeholder={t('edit.month_example')} maxLength={40} autoComplete="off" />
      <TextInput {...field('to')} label={t('edit.to')} placeholder={t('edit.to_help')} maxLength={40} autoComplete="off" />
    </>
  )
}

export function ExperienceRows(fields: Fields) {
  const { t } = useTranslation('cv')
  return (
    <Rows {...fields} list="experiences" help={t('edit.experiences.help')} first="role">
      {(field, row) => (
        <>
          <div className={classes.pair}>
            <TextInput {...field('role')} label={t('edit.role')} maxLength={160} autoComplete="off" />
            <NativeSelect
              name={field('kind').name}
              defaultValue={row.values['kind'] ?? 'work'}
              label={t('edit.kind')}
              data={(['work', 'volunteering'] as const).map((value) => ({ value, label: t(`kinds.${value}`) }))}
            />
            <TextInput {...field('organization')} label={t('edit.organization')} maxLength={160} autoComplete="off" />
            <TextInput {...field('place')} label={t('edit.place')} maxLength={120} autoComplete="off" />
            <Period field={field} />
          </div>
          <Textarea {...field('text')} label={t('edit.what')} description={t('edit.what_help')} rows={3} maxLength={1500} />
        </>
      )}
    </Rows>
  )
}

export function EducationRows(fields: Fields) {
  const { t } = useTranslation('cv')
  return (
    <Rows {...fields} list="educations" first="title">
      {(field) => (
        <>
          <div className={classes.pair}>
            <TextInput {...field('title')} label={t('edit.education_title')} maxLength={200} autoComplete="off" />
            <TextInput {...field('organization')} label={t('edit.school')} maxLength={160} autoComplete="off" />
            <TextInput {...field('place')} label={t('edit.place')} maxLength={120} autoComplete="off" />
            <span className={classes.filler} />
            <Period field={field} />
          </div>
          <Textarea {...field('text')} label={t('edit.learned')} rows={2} maxLength={1000} />
        </>
      )}
    </Rows>
  )
}

export function LanguageRows(fields: Fields) {
  const { t } = useTranslation('cv')
  const levels = [{ value: '', label: t('edit.level_unsaid') }, ...languageLevels.map((value) => ({ value, label: t(`levels.${value}`) }))]
  return (
    <Rows {...fields} list="languages" help={t('edit.languages.help')} first="name">
      {(field, row) => (
        <div className={classes.pair}>
          <TextInput {...field('name')} label={t('edit.language')} maxLength={60} autoComplete="off" />
          <NativeSelect name={field('level').name} defaultValue={row.values['level'] ?? ''} label={t('edit.level')} data={levels} />
        </div>
      )}
    </Rows>
  )
}

export function LinkRows(fields: Fields) {
  const { t } = useTranslation('cv')
  return (
    <Rows {...fields} list="links" help={t('edit.links.help')} first="label">
      {(field) => (
        <div className={classes.pair}>
          <TextInput {...field('label')} label={t('edit.link_label')} maxLength={80} autoComplete="off" />
          <TextInput {...field('url')} inputMode="url" label={t('edit.link_url')} maxLength={500} autoComplete="off" spellCheck={false} />
        </div>
      )}
    </Rows>
  )
}
