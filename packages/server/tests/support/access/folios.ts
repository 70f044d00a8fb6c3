import type { Rule } from '../access-table.ts'

export const FOLIOS_PAGES: Record<string, Rule | Rule[]> = {}

export const FOLIOS_API: Record<string, Rule | Rule[]> = {}
