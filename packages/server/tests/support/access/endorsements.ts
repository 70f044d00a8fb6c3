import type { Rule } from '../access-table.ts'

export const ENDORSEMENTS_PAGES: Record<string, Rule | Rule[]> = {}

export const ENDORSEMENTS_API: Record<string, Rule | Rule[]> = {}
