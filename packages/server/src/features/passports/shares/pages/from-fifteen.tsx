import { Anchor, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import classes from './shares.module.css'

/** Before 15: why there is no address, and what one can do instead. */
export function FromFifteen() {
  const { t } = useTranslation('shares')
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby="from-fifteen">
      <Title order={2} id="from-fifteen" mb="xs">
        {t('fifteen.title')}
      </Title>
      <Text>{t('fifteen.sentence')}</Text>
      <ul className={classes.ways}>
        <li>{t('fifteen.screen')}</li>
        <li>
          {t('fifteen.family')}{' '}
          <Anchor component={Link} to="/me/family">
            {t('fifteen.family_link')}
          </Anchor>
        </li>
        <li>{t('fifteen.later')}</li>
      </ul>
    </section>
  )
}
