import { Button, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, useLoaderData } from 'react-router'
import classes from './circle.module.css'
import type { loader } from './circle.server.ts'

/** Whether one may be congratulated here at all, and by whom no more. */
export function CongratulationChoices() {
  const { congratulations, isProtected } = useLoaderData<typeof loader>()
  const { t } = useTranslation('circle')
  const { accepts, blocked } = congratulations
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby="choices">
      <Title order={2} id="choices" mb={4}>
        {t('choices.title')}
      </Title>
      <Text mb="sm">{t(accepts ? (isProtected ? 'choices.on_child' : 'choices.on') : 'choices.off')}</Text>
      <Form method="post" preventScrollReset>
        <Button type="submit" name="intent" value={accepts ? 'refuses' : 'accepts'} variant="default">
          {t(accepts ? 'choices.refuse' : 'choices.accept')}
        </Button>
      </Form>
      {blocked.length > 0 && (
        <>
          <Title order={3} size="h4" mt="lg">
            {t('choices.blocked')}
          </Title>
          <ul className={classes.lines}>
            {blocked.map(({ personId, name }) => (
              <li key={personId} className={classes.line}>
                <Text className={classes.about}>{name}</Text>
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="personId" value={personId} />
                  <Button type="submit" name="intent" value="unblocked" variant="default" aria-label={t('choices.unblock_named', { name })}>
                    {t('choices.unblock')}
                  </Button>
                </Form>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
