import type { Locale } from '#ctx'
import type { TextKind } from '../onboarding.schema.ts'
import { englishTexts } from './texts-en.table-data.ts'
import { frenchTexts } from './texts-fr.table-data.ts'

export const models: Record<Locale, Record<TextKind, { title: string; body: string }>> = { fr: frenchTexts, en: englishTexts }
