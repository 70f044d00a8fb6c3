import type { AchievementType } from '#features/achievements/achievement.schema.ts'
import type { BadgeDesign } from '#features/achievements/design/badge-design.schema.ts'
import type { DemoDesignName } from '#features/achievements/index.ts'
import type { frameworks } from './frameworks.table-data.ts'
import type { StructureKey } from './structures.table-data.ts'

type Text = { fr: string; en: string }
type IconName = Extract<BadgeDesign['symbol'], { kind: 'icon' }>['name']

export type BadgeSeed = {
  structure: StructureKey
  name: Text
  description: Text
  /** A sentence, then what somebody can see: one line each. */
  criteria: { lead: string; points: readonly string[]; end?: string }
  tags: readonly string[]
  alignments: readonly (keyof typeof frameworks)[]
  imageAlt: Text
  type?: AchievementType
  /** The drawing, and what is changed in it. */
  design: DemoDesignName
  drawing?: { icon: IconName; ribbon: string }
  /** Who wrote it: an address. */
  by: string
  state?: 'draft' | 'archived'
  /** What the second version adds to the first. */
  secondVersion?: { point: string }
}
