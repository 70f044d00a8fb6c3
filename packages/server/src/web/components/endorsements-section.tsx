import { Anchor, Button, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link } from 'react-router'
import { DoneNotice } from './done-notice.tsx'
import classes from './endorsement-card.module.css'
import { EndorsementCard, type PresentedEndorsement } from './endorsement-card.tsx'

export type BadgeEndorsements = {
  badgeId: string
  canAsk: boolean
  endorsements: PresentedEndorsement[]
  waiting: { requestId: string; name: string; askedOn: string }[]
}

/** On the page of a badge, for its holder: what was said of it, what they show, and whom they ask. */
export function EndorsementsSection({ of, className }: { of: BadgeEndorsements; className?: string | undefined }) {
  const { t } = useTranslation('endorsements')
  const { badgeId, canAsk, endorsements, waiting } = of
  if (!canAsk && endorsements.length === 0) return null
  return (
    <section className={`surface ${className ?? ''}`} aria-labelledby="endorsements">
      <Title order={2} id="endorsements" mb="xs">
        {t('section.title')}
      </Title>
      <DoneNotice slice="endorsements" />
      <Text mb="sm">{t('section.lead')}</Text>
      {endorsements.length > 0 && (
        <ul className={classes.list}>
          {endorsements.map((endorsement) => (
            <li key={endorsement.id}>
              <EndorsementCard endorsement={endorsement}>{!endorsement.withdrawnOn && <Show endorsement={endorsement} />}</EndorsementCard>
            </li>
          ))}
        </ul>
      )}
      {waiting.length > 0 && (
        <ul className={classes.waiting}>
          {waiting.map(({ requestId, name, askedOn }) => (
            <li key={requestId}>{t('section.waiting', { name, date: askedOn })}</li>
          ))}
        </ul>
      )}
      {waiting.length > 0 && (
        <Anchor component={Link} to="/me/endorsements" className={classes.link}>
          {t('section.follow')}
        </Anchor>
      )}
      {canAsk && (
        <div>
          <Button component={Link} to={`/me/endorsements/new?badge=${badgeId}`} variant="default" mt="sm">
            {t('section.ask')}
          </Button>
        </div>
      )}
    </section>
  )
}

function Show({ endorsement: { id, isShown, name } }: { endorsement: PresentedEndorsement }) {
  const { t } = useTranslation('endorsements')
  return (
    <Form method="post" action="/me/endorsements" className={classes.actions} preventScrollReset>
      <input type="hidden" name="endorsementId" value={id} />
      <Button
        type="submit"
        name="intent"
        value={isShown ? 'hide' : 'show'}
        variant={isShown ? 'default' : 'light'}
        aria-label={t(isShown ? 'section.hide_of' : 'section.show_of', { name })}
      >
        {t(isShown ? 'section.hide' : 'section.show')}
      </Button>
      <p>{t(isShown ? 'section.is_shown' : 'section.is_private')}</p>
    </Form>
  )
}
