import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { text } from '#kit/read-form.ts'
import { getStart, type StepState } from '../get-start.ts'
import { closeStart, markStep } from '../mark-step.ts'
import { STEPS } from '../onboarding.schema.ts'
import { leading } from './leading.ts'

export const loader = (args: LoaderFunctionArgs) =>
  leading(args, async ({ ctx, organization, t, shell }) => ({ ...shell(t('start.title')), ...(await getStart(ctx, organization.id)) }))

const STATES: readonly StepState[] = ['done', 'skipped', 'todo']

export const action = (args: ActionFunctionArgs) =>
  leading(args, async ({ ctx, organization, home }) => {
    const form = await args.request.formData()
    const organizationId = organization.id
    const closing = text(form, 'closing')
    if (closing) {
      await closeStart(ctx, { organizationId, isClosed: closing === 'close' })
      return redirect(closing === 'close' ? `/organizations/${organization.slug}` : home)
    }
    const step = STEPS.find((step) => step === form.get('step'))
    const state = STATES.find((state) => state === form.get('state'))
    if (step && state) await markStep(ctx, { organizationId, step, state })
    return redirect(home)
  })
