import { Button, Container, Group, Radio, Stack, Text, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { BadgeImage } from '#web/components/badge-image.tsx'
import { FormProblem, typedValues, useFieldError } from '#web/components/form-problem.tsx'
import { Notice } from '#web/components/notice.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { MAX_WORDS, phrases } from '../circle.schema.ts'
import classes from './circle.module.css'
import type { action, loader } from './congratulate.server.ts'

export { action, loader } from '#features/passports/circle/pages/congratulate.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function CongratulatePage() {
  const { personName, badgeName, image, closed } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('circle')
  return (
    <Container size="sm">
      <PageHeader
        title={
          <Group gap="md" component="span" wrap="nowrap">
            {image && <BadgeImage imageId={image.imageId} alt="" size={72} />}
            <span>{t('congratulate.title', { person: personName })}</span>
          </Group>
        }
        lead={t('congratulate.lead', { badge: badgeName, person: personName })}
        back={{ to: '/me/circle/news', label: t('news.title') }}
      />
      <FormProblem result={result} slice="passports" />
      {closed ? (
        <Notice kind="info">{t(`congratulate.closed_${closed}`)}</Notice>
      ) : (
        <section className={`surface ${classes.panel}`} aria-label={t('congratulate.form')}>
          <Word />
        </section>
      )}
    </Container>
  )
}

function Word() {
  const { said } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('circle')
  const typed = typedValues(result)
  const error = useFieldError(result, 'circle')
  return (
    <>
      <Form method="post">
        <Stack gap="lg">
          <Radio.Group name="phrase" label={t('congratulate.phrase')} defaultValue={typed.phrase ?? said?.phrase ?? ''} error={error('phrase')}>
            <Stack gap={0} mt="xs">
              {phrases.map((phrase) => (
                <Radio key={phrase} value={phrase} label={t(`phrases.${phrase}`)} size="md" className={classes.radio} />
              ))}
            </Stack>
          </Radio.Group>
          <Textarea
            name="words"
            label={t('congratulate.words')}
            description={t('congratulate.words_help', { most: MAX_WORDS })}
            defaultValue={typed.words ?? said?.words ?? ''}
            maxLength={MAX_WORDS}
            rows={2}
            error={error('words')}
          />
          <Text size="sm" c="dimmed">
            {t('congratulate.seen_by')}
          </Text>
          <Group gap="sm">
            <Button type="submit">{t(said ? 'congratulate.change' : 'congratulate.submit')}</Button>
            <Button component={Link} to="/me/circle/news" variant="subtle">
              {t('choose.cancel')}
            </Button>
          </Group>
        </Stack>
      </Form>
      {said && (
        <Form method="post" className={classes.apart}>
          <Button type="submit" name="intent" value="withdraw" variant="default">
            {t('congratulate.withdraw')}
          </Button>
        </Form>
      )}
    </>
  )
}
