import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import { useSearchAsTyped } from '#web/components/use-search-as-typed.ts'
import type { Choice, Filter, Wanted } from '../browse-collection.ts'
import type { ViewName } from './arrange-views.ts'
import classes from './collection.module.css'

type Props = { wanted: Wanted; view: ViewName; choices: Record<Filter, Choice[]> }
const FILTERS: readonly Filter[] = ['issuer', 'skill', 'tag', 'state']

/** Words, and what badges have in common. A plain form; with scripts it answers while one types. */
export function CollectionSearch({ wanted, view, choices }: Props) {
  const { t } = useTranslation('collection')
  const form = useFollow(wanted)
  const chosen = FILTERS.filter((filter) => wanted[filter] !== '').length
  // A filter with one choice for all badges parts nothing.
  const useful = FILTERS.filter((filter) => choices[filter].length > 1 || wanted[filter] !== '' || (filter === 'tag' && choices.tag.length > 0))
  return (
    <Form method="get" action="/me/badges" role="search" ref={form} className={classes.search} onInput={useSearchAsTyped()} preventScrollReset>
      {view !== 'gallery' && <input type="hidden" name="view" value={view} />}
      <div className={classes.words}>
        <TextInput type="search" name="q" label={t('search.label')} description={t('search.help')} defaultValue={wanted.q} maxLength={300} autoComplete="off" />
        <Button type="submit" variant="default">
          {t('search.submit')}
        </Button>
      </div>
      {useful.length > 0 && (
        <details className={classes.filters} open={chosen > 0}>
          <summary>{chosen > 0 ? t('search.filters_chosen', { count: chosen }) : t('search.filters')}</summary>
          <div className={classes.selects}>
            {useful.map((filter) => (
              <NativeSelect key={filter} name={filter} label={t(`filters.${filter}`)} defaultValue={wanted[filter]}>
                <option value="">{t(`filters.any_${filter}`)}</option>
                {withChosen(choices[filter], wanted[filter]).map(({ value, count }) => (
                  <option key={value} value={value}>
                    {t('filters.choice', { value: filter === 'state' ? t(`states.${value}`, { defaultValue: value }) : value, count })}
                  </option>
                ))}
              </NativeSelect>
            ))}
          </div>
        </details>
      )}
    </Form>
  )
}

/** An address may name what no badge has: it is shown as chosen, with none. */
const withChosen = (choices: Choice[], chosen: string): Choice[] =>
  chosen === '' || choices.some(({ value }) => value === chosen) ? choices : [{ value: chosen, count: 0 }, ...choices]

/** When a choice is taken away elsewhere on the page the fields follow, except the one that is being typed in. */
function useFollow(wanted: Wanted) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    for (const [name, value] of Object.entries(wanted)) {
      const field = form.current?.elements.namedItem(name)
      if ((field instanceof HTMLInputElement || field instanceof HTMLSelectElement) && field !== document.activeElement) field.value = value
    }
  }, [wanted])
  return form
}
