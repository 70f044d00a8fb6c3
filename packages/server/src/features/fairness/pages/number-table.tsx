import { useTranslation } from 'react-i18next'
import classes from './fairness.module.css'

type Row = { key: string; name: string; imageId?: string; numbers: (number | null)[]; isTotal?: boolean }

/** A table that is laid out as cards is no longer one to screen readers, unless each of its parts says what it is. */
const as = (role: string) => ({ role })

/** Names and numbers. On a phone each row becomes a card whose numbers bear their own name; to a screen reader it stays a table. */
export function NumberTable({ label, first, columns, rows }: { label: string; first: string; columns: string[]; rows: Row[] }) {
  const { t } = useTranslation('fairness')
  return (
    <table className={`surface ${classes.table}`} {...as('table')} aria-label={label}>
      <thead {...as('rowgroup')}>
        <tr {...as('row')}>
          {[first, ...columns].map((column) => (
            <th key={column} scope="col" {...as('columnheader')}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...as('rowgroup')}>
        {rows.map(({ key, name, imageId, numbers, isTotal }) => (
          <tr key={key} {...as('row')} data-total={isTotal || undefined}>
            <th scope="row" {...as('rowheader')}>
              {imageId && <img src={`/images/${imageId}`} alt="" width={32} height={32} loading="lazy" />}
              {name}
            </th>
            {numbers.map((number, place) => (
              <td key={columns[place]} {...as('cell')} data-label={columns[place]}>
                {number ?? (
                  <abbr title={t('hidden_title')} className={classes.hidden}>
                    {t('hidden')}
                  </abbr>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
