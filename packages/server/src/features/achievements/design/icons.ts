import type { Icon } from './icon-format.ts'
import { learningIcons } from './icons-learning.table-data.ts'
import { recognitionIcons } from './icons-recognition.table-data.ts'
import { worldIcons } from './icons-world.table-data.ts'

export type { Icon } from './icon-format.ts'

/** Names are stored in designs: an icon may be redrawn, never renamed or removed. */
export const icons = { ...recognitionIcons, ...learningIcons, ...worldIcons } as const satisfies Record<string, Icon>

export type IconName = keyof typeof icons
export const iconNames = Object.keys(icons) as [IconName, ...IconName[]]

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Icons whose name, label or search words contain every word of the query; accents and case do not count. */
export function findIcons(query: string): IconName[] {
  const wanted = fold(query).split(/\s+/).filter(Boolean)
  return iconNames.filter((name) => {
    const { label, words }: Icon = icons[name]
    const text = fold([name, label.fr, label.en, ...words].join(' '))
    return wanted.every((word) => text.includes(word))
  })
}
