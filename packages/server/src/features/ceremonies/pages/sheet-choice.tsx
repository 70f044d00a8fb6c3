import { Checkbox, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { useLoaderData } from 'react-router'
import classes from './cards.module.css'
import type { loader } from './cards.server.ts'

type Page = ReturnType<typeof useLoaderData<typeof loader>>

/** What is printed, each with a small drawing of its sheet. */
export function SheetChoice({ sheets, chosenSheet, isPrinted }: Pick<Page, 'sheets' | 'chosenSheet'> & { isPrinted: boolean }) {
  const { t } = useTranslation('ceremonies')
  return (
    <fieldset className={classes.group}>
      <legend>
        <Title order={2}>{t('sheets.title')}</Title>
        <Text c="dimmed">
          {t('sheets.help')} {t('cards.secret')}
        </Text>
      </legend>
      <div className={classes.sheets}>
        {sheets.map((one) => (
          <label key={one.sheet} className={classes.sheet}>
            <input type="radio" name="sheet" value={one.sheet} defaultChecked={one.sheet === chosenSheet} />
            <Drawing {...one} />
            <span className={classes.label}>
              <strong>{t(`sheets.${one.sheet}.name`)}</strong>
              <Text component="span" display="block" size="sm" c="dimmed">
                {[t(`sheets.${one.sheet}.help`), one.count > 1 && t('sheets.count', { count: one.count })].filter(Boolean).join(' ')}
              </Text>
            </span>
          </label>
        ))}
      </div>
      <Checkbox mt="md" size="md" name="slips" value="yes" defaultChecked={!isPrinted} label={t('sheets.slips')} description={t('sheets.slips_help')} />
    </fieldset>
  )
}

function Drawing({ page, pieces }: Page['sheets'][number]) {
  return (
    <svg viewBox={`-4 -4 ${page.width + 8} ${page.height + 8}`} className={classes.drawing} aria-hidden="true">
      <rect width={page.width} height={page.height} rx={4} className={classes.paper} />
      {pieces.map(({ x, y, width, height, isRound }) => (
        <rect key={`${x} ${y}`} x={x + 4} y={y + 4} width={width - 8} height={height - 8} rx={isRound ? width / 2 : 4} className={classes.piece} />
      ))}
    </svg>
  )
}
