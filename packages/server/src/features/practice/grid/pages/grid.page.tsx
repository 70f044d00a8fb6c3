import { Button, Container, Text } from '@mantine/core'
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLoaderData } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { Notice } from '#web/components/notice.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { LineNotice } from '#web/offline/line-notice.tsx'
import { filterRows, type Grid, type GridFilter, isFinished, searchOf, stateOf } from '../../browser/cells.ts'
import { unpackGrid } from '../../browser/pack.ts'
import { ProgrammeViews } from '../../programmes/pages/programme-views.tsx'
import { CellPanel, type OpenCell } from './cell-panel.tsx'
import classes from './grid.module.css'
import type { loader } from './grid.server.ts'
import { GridFilterForm } from './grid-filter.tsx'
import { GridKeys } from './grid-keys.tsx'
import { type CellAt, GridTable } from './grid-table.tsx'
import { Pages, rowsAPage } from './pages.tsx'
import { UndoBar } from './undo-bar.tsx'
import { useFrame } from './use-frame.tsx'
import { sayCell, useGrid } from './use-grid.tsx'
import { useShortcuts } from './use-shortcuts.tsx'

export { loader } from '#features/practice/grid/pages/grid.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function GridPage() {
  const { organization, can, here, programme, ...page } = useLoaderData<typeof loader>()
  const { t } = useTranslation('grid')
  const grid = useMemo(() => unpackGrid(page.grid), [page.grid])
  const isEmpty = grid.rows.length === 0
  return (
    <>
      <Container size="lg">
        <OrganizationNav organization={organization} can={can} />
        <PageHeader title={programme.name} lead={t('lead')} back={{ to: `/organizations/${organization.slug}/programmes`, label: t('back') }} />
        <ProgrammeViews here={here} />
        <DoneNotice slice="grid" />
        {programme.isArchived && (
          <Notice kind="info" mb="md">
            {t('archived')}
          </Notice>
        )}
      </Container>
      {/* Many badges take all the room that the screen has. */}
      <Container size={grid.badges.length > FITTING ? '100%' : 'lg'}>
        {isEmpty ? (
          <EmptyState
            title={t('empty.title')}
            actions={
              <Button component={Link} to={here}>
                {t('empty.action')}
              </Button>
            }
          >
            {t('empty.help')}
          </EmptyState>
        ) : (
          <OpenGridView grid={grid} here={here} programmeId={page.programmeId} isArchived={programme.isArchived} asked={page.filter} pageNumber={page.page} />
        )}
      </Container>
    </>
  )
}

/** Badges beside the name, on a page as wide as the others. */
const FITTING = 6

type ViewProps = { grid: Grid; here: string; programmeId: string; isArchived: boolean; asked: GridFilter; pageNumber: number }

function OpenGridView({ grid, here, programmeId, isArchived, asked, pageNumber }: ViewProps) {
  const { t } = useTranslation('grid')
  const [isReady, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  const [filter, setFilter] = useState(asked)
  const [cell, setCell] = useState<OpenCell>()
  const keysDialog = useRef<HTMLDialogElement>(null)
  const [areKeysOn, turnKeys] = useShortcuts()
  const open = useGrid({ grid, programmeId, here })
  const frame = useFrame({ grid, here, search: searchOf(filter) })
  const rows = useMemo(() => filterRows({ rows: open.rows, cohorts: grid.cohorts }, filter), [open.rows, grid.cohorts, filter])
  const perPage = rowsAPage(grid.badges.length)
  const shown = isReady ? rows : rows.slice((pageNumber - 1) * perPage, pageNumber * perPage)
  const show = (at: CellAt, focus: OpenCell['at']) => setCell({ ...at, at: focus })
  const closePanel = useCallback(() => setCell(undefined), [])
  const change = (next: GridFilter) => {
    setFilter(next)
    // Not a visit: a reload, or a link that is sent, comes back to the same rows.
    window.history.replaceState(window.history.state, '', `${here}/grid${searchOf(next)}`)
  }
  const pass = (at: CellAt) => {
    const badge = grid.badges[at.place]!
    const letter = at.row.cells[at.place]!
    if (isFinished(letter, badge)) open.tell(sayCell(t, at.row, badge, letter))
    else if (badge.levels.length > 0) show(at, 'verdict')
    else open.judge(at, { verdict: 'passed' })
  }
  const press = (event: KeyboardEvent, at: CellAt | undefined) => {
    if (!areKeysOn || event.ctrlKey) return
    const act = actOf(event.key.toLowerCase(), at)
    if (!act) return
    event.preventDefault()
    act()
  }
  const actOf = (key: string, at: CellAt | undefined): (() => void) | undefined => {
    if (key === '?') return () => keysDialog.current?.showModal()
    if (key === 'z') return open.undo
    if (!at || isArchived) return undefined
    if (key === 'v') return () => pass(at)
    if (key === 'r' && !isFinished(at.row.cells[at.place]!, grid.badges[at.place]!)) return () => show(at, 'remarks')
    return undefined
  }
  const files = searchOf(filter)
  return (
    <>
      <LineNotice live={open.live} words="grid" errors="practice" />
      <div className={classes.tools}>
        <GridFilterForm cohorts={grid.cohorts} filter={asked} isReady={isReady} change={change} />
        <div className={classes.files}>
          {isReady && (
            <Button variant="default" size="sm" onClick={() => keysDialog.current?.showModal()}>
              {t('keys.open')}
            </Button>
          )}
          {(['csv', 'xlsx'] as const).map((kind) => (
            <Button key={kind} component="a" href={`${here}/grid.${kind}${files}`} download variant="default" size="sm">
              {t(`files.${kind}`)}
            </Button>
          ))}
        </div>
      </div>
      <Text size="sm" c="dimmed" mb="xs" role="status">
        {t('count', { count: rows.length, of: grid.rows.length, same: rows.length === grid.rows.length ? 'yes' : 'no' })}
      </Text>
      <p className={classes.unseen} role="status" aria-live="polite">
        {open.news}
      </p>
      {rows.length === 0 ? (
        <Text my="lg">{t('filter.none')}</Text>
      ) : (
        <GridTable frame={frame} rows={shown} periodName={frame.periodName} isReady={isReady} pending={open.pending} open={(at) => show(at, 'verdict')} press={press} />
      )}
      {!isReady && <Pages count={Math.ceil(rows.length / perPage)} page={pageNumber} addressOf={(page) => `${here}/grid${searchOf(filter, { page: String(page) })}`} />}
      <Legend />
      <UndoBar held={open.held} undo={open.undo} />
      <GridKeys dialog={keysDialog} isOn={areKeysOn} turn={turnKeys} />
      {cell && (
        <CellPanel
          key={`${cell.row.personId}/${cell.place}`}
          cell={{ ...cell, row: open.rows.find(({ personId }) => personId === cell.row.personId) ?? cell.row }}
          badge={grid.badges[cell.place]!}
          address={frame.addressOf(cell.row.personId, grid.badges[cell.place]!.achievementId)}
          isArchived={isArchived}
          judge={(said) => open.judge(cell, said)}
          close={closePanel}
        />
      )}
    </>
  )
}

const SAMPLES = ['r', 'w', 'v']

/** The marks of the grid and their words. */
function Legend() {
  const { t } = useTranslation('grid')
  return (
    <ul className={classes.legend} aria-label={t('legend')}>
      {SAMPLES.map((letter) => (
        <li key={letter} data-state={stateOf(letter)}>
          <span>{t(`states.${stateOf(letter)}`)}</span>
        </li>
      ))}
    </ul>
  )
}
