import { Anchor, Button, Container, Stack, Text, Textarea, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useNavigation } from 'react-router'
import { FormProblem, typedValues } from '#web/components/form-problem.tsx'
import { Notice } from '#web/components/notice.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { titled } from '#web/components/titled.ts'
import type { action, ImportResult } from './import.server.ts'
import classes from './imports.module.css'

export { action, loader } from '#features/passports/imports/pages/import.server.ts'
export const meta = titled

export default function ImportBadges() {
  const { t } = useTranslation('imports')
  const result = useActionData<typeof action>()
  const isBusy = useNavigation().state === 'submitting'
  return (
    <Container size="md">
      <PageHeader title={t('import.title')} lead={t('import.lead')} back={{ to: '/me/badges', label: t('import.back') }} />
      <FormProblem result={result} slice="passports" />
      {result && 'results' in result && <Results results={result.results} />}
      <Form method="post" encType="multipart/form-data" className={`surface ${classes.form}`}>
        <Stack gap="lg">
          <div>
            <label htmlFor="files" className={classes.label}>
              {t('import.files')}
            </label>
            <Text size="sm" c="dimmed" id="files-help" mb={6}>
              {t('import.files_help')}
            </Text>
            <input
              id="files"
              name="files"
              type="file"
              multiple
              accept=".png,.svg,.json,.jsonld,.jwt,.jws,.txt,image/png,image/svg+xml,application/json"
              aria-describedby="files-help"
            />
          </div>
          <Textarea
            name="addresses"
            label={t('import.addresses')}
            description={t('import.addresses_help')}
            rows={3}
            spellCheck={false}
            autoCapitalize="off"
            defaultValue={typedValues(result).addresses}
          />
          <div>
            <Button type="submit" size="md" aria-disabled={isBusy} onClick={(event) => isBusy && event.preventDefault()}>
              {t(isBusy ? 'import.submitting' : 'import.submit')}
            </Button>
            <Text size="sm" c="dimmed" mt="sm">
              {t('import.kept_as_is')}
            </Text>
          </div>
        </Stack>
      </Form>
      <section className={classes.ways} aria-labelledby="ways">
        <Title order={2} id="ways" size="h3">
          {t('import.ways.title')}
        </Title>
        <ul>
          {(['passport', 'mail', 'card'] as const).map((way) => (
            <li key={way}>
              {t(`import.ways.${way}`)}{' '}
              {way !== 'passport' && (
                <Anchor component={Link} to={way === 'mail' ? '/account' : '/claim'}>
                  {t(`import.ways.${way}_link`)}
                </Anchor>
              )}
            </li>
          ))}
        </ul>
      </section>
    </Container>
  )
}

function Results({ results }: { results: ImportResult[] }) {
  const { t } = useTranslation(['imports', 'passports', 'verification'])
  const added = results.filter(({ outcome }) => outcome === 'added').length
  const refused = results.filter(({ outcome }) => outcome === 'refused').length
  return (
    <Notice kind={refused === 0 ? 'success' : added > 0 ? 'warning' : 'problem'} title={t('import.done', { added, refused })} mb="lg">
      <ul className={classes.results}>
        {results.map((result) => (
          <li key={result.given}>
            {result.outcome === 'refused' ? (
              <>
                <strong className={classes.given}>{result.given}</strong> :{' '}
                {t(result.found ? `verification:found.${result.found}` : [`passports:errors.${result.code}`, `verification:errors.${result.code}`, 'web:errors.internal_error'])}
              </>
            ) : (
              <>
                <Anchor component={Link} to={result.href}>
                  {result.name ?? result.given}
                </Anchor>{' '}
                : {t(`import.${result.outcome}`)}
                {result.state && result.state !== 'valid' && ` · ${t(`state.${result.state}.name`)}`}
              </>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
