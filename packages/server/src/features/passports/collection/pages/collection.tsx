import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { EmptyState } from '#web/components/empty-state.tsx'
import { ViewSwitch } from '#web/components/view-switch.tsx'
import type { Choice, Filter, Wanted } from '../browse-collection.ts'
import type { Group, ViewName } from './arrange-views.ts'
import { BadgeGroups } from './badge-groups.tsx'
import classes from './collection.module.css'
import { CollectionSearch } from './collection-search.tsx'

export type CollectionPage = {
  wanted: Wanted
  view: ViewName
  isSmall: boolean
  isFiltered: boolean
  total: number
  found: number
  choices: Record<Filter, Choice[]> | null
  groups: Group[]
}

const VIEWS: readonly ViewName[] = ['gallery', 'timeline', 'skill', 'issuer']

/** All that one keeps, whoever gave it. With few badges it is only they; with many, one finds one’s way. */
export function Collection({ page }: { page: CollectionPage }) {
  const { t } = useTranslation('collection')
  const { wanted, view, isSmall, isFiltered, total, found, choices, groups } = page
  return (
    <section aria-labelledby="kept">
      <div className={classes.head}>
        <Title order={2} id="kept">
          {t('title')}
        </Title>
        <span className={classes.count} role="status">
          {isFiltered ? t('found', { found, total }) : t('count', { count: total })}
        </span>
      </div>
      {choices && <CollectionSearch wanted={wanted} view={view} choices={choices} />}
      {isFiltered && <Chosen wanted={wanted} view={view} />}
      {(!isSmall || view !== 'gallery') && (
        <ViewSwitch label={t('views.label')} views={VIEWS.map((name) => ({ to: addressOf(wanted, name), label: t(`views.${name}`), isCurrent: name === view }))} />
      )}
      {found === 0 ? (
        <EmptyState
          title={t('none.title')}
          actions={
            <Link to={addressOf(NOTHING, view)} className={classes.all}>
              {t('none.all', { count: total })}
            </Link>
          }
        >
          {t('none.help')}
        </EmptyState>
      ) : (
        <BadgeGroups groups={groups} view={view} isLarge={isSmall} />
      )}
    </section>
  )
}

const NOTHING: Wanted = { q: '', issuer: '', skill: '', tag: '', state: '' }

/** What is chosen at the moment, each to be taken away alone. */
function Chosen({ wanted, view }: { wanted: Wanted; view: ViewName }) {
  const { t } = useTranslation('collection')
  const chosen = (Object.keys(NOTHING) as (keyof Wanted)[]).filter((name) => wanted[name] !== '')
  const say = (name: keyof Wanted) => (name === 'state' ? t(`states.${wanted.state}`, { defaultValue: wanted.state }) : wanted[name])
  return (
    <ul className={classes.chosen} aria-label={t('chosen.label')}>
      {chosen.map((name) => (
        <li key={name}>
          <Link to={addressOf({ ...wanted, [name]: '' }, view)} preventScrollReset aria-label={t('chosen.remove', { what: say(name) })}>
            {say(name)} <span aria-hidden="true">×</span>
          </Link>
        </li>
      ))}
      {chosen.length > 1 && (
        <li>
          <Link to={addressOf(NOTHING, view)} preventScrollReset className={classes.clear}>
            {t('chosen.clear')}
          </Link>
        </li>
      )}
    </ul>
  )
}

export function addressOf(wanted: Wanted, view: ViewName): string {
  const search = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value !== ''))
  if (view !== 'gallery') search.set('view', view)
  return search.size === 0 ? '/me/badges' : `/me/badges?${search}`
}
