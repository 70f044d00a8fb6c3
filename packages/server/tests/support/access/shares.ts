import type { Rule } from '../access-table.ts'

export const SHARES_PAGES: Record<string, Rule | Rule[]> = {}

export const SHARES_API: Record<string, Rule | Rule[]> = {}
