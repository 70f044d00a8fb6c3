import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link } from 'react-router'
import { typedValues } from '#web/components/form-problem.tsx'
import { RemarkFields } from './remark-forms.tsx'
import classes from './remarks.module.css'
import type { BadgeBank } from './remarks.server.ts'

type Remark = BadgeBank['remarks'][number]
type Props = { remark: Remark; badge: BadgeBank; isFirst?: boolean; isAway?: boolean; result: unknown }

/** One remark as pupils read it, with what it sends them back to, and what may be done with it. */
export function RemarkLine({ remark, badge, isFirst, isAway, result }: Props) {
  const { t } = useTranslation('lesson')
  const { remarkId, text, resourceId, achievementId } = remark
  const resource = badge.resources.find((other) => other.resourceId === resourceId)
  const isMine = typedValues(result).remarkId === remarkId
  return (
    <li className={classes.remark}>
      <div className={classes.words}>
        <Text>{text}</Text>
        {resource && (
          <Text size="sm">
            → <Link to={`/achievements/${achievementId}/resources/${resource.resourceId}`}>{resource.title}</Link>
          </Text>
        )}
      </div>
      <Form method="post" className={classes.buttons} preventScrollReset>
        <input type="hidden" name="achievementId" value={achievementId} />
        <input type="hidden" name="remarkId" value={remarkId} />
        {!isFirst && !isAway && (
          <Button type="submit" name="intent" value="raise" variant="default" size="sm" aria-label={t('remarks.raise_of', { text })}>
            ↑ {t('remarks.raise')}
          </Button>
        )}
        <Button
          type="submit"
          name="intent"
          value={isAway ? 'back' : 'away'}
          variant="default"
          size="sm"
          aria-label={t(isAway ? 'remarks.bring_back_of' : 'remarks.put_away_of', { text })}
        >
          {t(isAway ? 'remarks.bring_back' : 'remarks.put_away')}
        </Button>
      </Form>
      {!isAway && (
        <details className={classes.reword} open={isMine || undefined}>
          <summary aria-label={t('remarks.reword_of', { text })}>{t('remarks.reword')}</summary>
          <Form method="post" noValidate preventScrollReset>
            <input type="hidden" name="achievementId" value={achievementId} />
            <input type="hidden" name="remarkId" value={remarkId} />
            <RemarkFields badge={badge} first={remark} result={isMine ? result : undefined} />
            <Button type="submit" name="intent" value="reword" mt="sm">
              {t('remarks.save')}
            </Button>
          </Form>
        </details>
      )}
    </li>
  )
}
