import type { LoaderFunctionArgs } from 'react-router'
import { orProblemPage, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { listChildren } from '../consent/list-children.ts'
import { presentChild } from './present-child.ts'

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    return { title: translate(ctx.locale)('guardians:children.title'), children: (await listChildren(ctx)).map((child) => presentChild(ctx, child)) }
  })
