import type { LoaderFunctionArgs } from 'react-router'
import { pageCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'

export const loader = ({ context }: LoaderFunctionArgs) => ({ title: translate(pageCtx(context).locale)('archive:goodbye.title') })
