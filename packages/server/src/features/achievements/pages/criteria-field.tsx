import { Text, Textarea } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFetcher, useLoaderData } from 'react-router'
import { Prose } from '#web/components/prose.tsx'
import classes from './achievements.module.css'
import type { loader } from './edit-achievement.server.ts'
import type { action as preview } from './preview-markdown.server.ts'

const AFTER_MS = 350

/** Criteria as Markdown; once scripts run, shown beneath as they will be read. The server renders both, so both are the same. */
export function CriteriaField({ value, error }: { value: string; error: string | undefined }) {
  const { t } = useTranslation('achievements')
  const { organization, criteriaHtml } = useLoaderData<typeof loader>()
  const [text, setText] = useState<string>()
  const fetcher = useFetcher<typeof preview>()
  const { submit } = fetcher
  useEffect(() => {
    if (text === undefined) return
    const timer = setTimeout(() => void submit({ text }, { method: 'post', action: `/organizations/${organization.slug}/achievements/markdown` }), AFTER_MS)
    return () => clearTimeout(timer)
  }, [text, organization.slug, submit])
  const html = fetcher.data?.html ?? criteriaHtml
  return (
    <div>
      <Textarea
        id="criteria"
        name="criteria.fr"
        label={t('edit.criteria')}
        description={t('edit.criteria_help')}
        defaultValue={value}
        error={error}
        rows={8}
        maxLength={10_000}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <details>
        <summary className={classes.summary}>{t('edit.markdown_help')}</summary>
        <pre className={classes.preview}>{t('edit.markdown_example')}</pre>
      </details>
      {html && (
        <div className={classes.preview}>
          <Text size="sm" c="dimmed" mb={4}>
            {t('edit.criteria_preview')}
          </Text>
          <Prose html={html} />
        </div>
      )}
    </div>
  )
}
