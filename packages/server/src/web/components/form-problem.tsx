import { useTranslation } from 'react-i18next'
import type { ActionProblem } from '#web/page.ts'
import { Notice } from './notice.tsx'

/** What the last submit was refused for, above the form. Sentences: `<slice>:errors.<code>`, else `web:errors.<code>`. */
export function FormProblem({ result, slice }: { result: unknown; slice: string }) {
  const { t } = useTranslation()
  const problem = problemOf(result)
  if (!problem) return null
  return (
    <Notice kind="problem" mb="md">
      {t([`${slice}:errors.${problem.code}`, `web:errors.${problem.code}`, 'web:errors.internal_error'], problem.detail ?? {})}
    </Notice>
  )
}

export const problemOf = (result: unknown): ActionProblem['problem'] | undefined => (isActionProblem(result) ? result.problem : undefined)

/** What was typed before the refusal, to fill the form again. */
export const typedValues = (result: unknown): Record<string, string> => (isActionProblem(result) ? result.values : {})

/** A sentence for one field, if the refusal named it. Schema messages are translation keys, or are shown as they are. */
export function useFieldError(result: unknown, slice: string): (field: string) => string | undefined {
  const { t } = useTranslation()
  const named = problemOf(result)?.fields
  return (field) => (named?.[field] === undefined ? undefined : t([`${slice}:fields.${named[field]}`, 'web:fields.invalid'], { defaultValue: named[field] }))
}

const isActionProblem = (result: unknown): result is ActionProblem => typeof result === 'object' && result !== null && 'problem' in result
