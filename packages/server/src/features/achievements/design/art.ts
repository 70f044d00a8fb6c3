import type { BadgeDesign } from './badge-design.schema.ts'
import type { IconName } from './icons.ts'
import { type PaletteName, paletteColours } from './palettes.ts'

type Choice = Partial<Pick<BadgeDesign, 'shape' | 'frame' | 'pattern' | 'level'>>

const design = (ribbon: string, icon: IconName, palette: PaletteName, choice: Choice = {}): BadgeDesign => ({
  shape: 'circle',
  frame: 'line',
  pattern: 'plain',
  level: 'none',
  ...choice,
  ...paletteColours(palette),
  symbol: { kind: 'icon', name: icon },
  ribbon,
})

/** Six exercises of one workbook: one shape, squared paper, a colour each. */
const workbook = (ribbon: string, icon: IconName, palette: PaletteName): BadgeDesign => design(ribbon, icon, palette, { shape: 'hexagon', pattern: 'grid' })

export const demoDesigns = {
  citizen: design('Citoyen', 'citizen', 'sky', { pattern: 'rays' }),
  solidary: design('Solidaire', 'solidarity', 'peony', { shape: 'flower', pattern: 'halo' }),
  sentinel: design('Sentinelle', 'sentinel', 'lilac', { shape: 'octagon', pattern: 'echo' }),
  'eco-citizen': design('Éco-citoyen', 'eco-citizen', 'meadow', { shape: 'leaf', pattern: 'hills', frame: 'stitched' }),
  passbike: design('Passbike', 'bike', 'lagoon', { pattern: 'hills', frame: 'dotted' }),
  champion: design('Champion', 'champion', 'sunflower', { shape: 'burst', pattern: 'rays' }),
  fighter: design('Battant', 'fighter', 'clementine', { shape: 'hexagon', pattern: 'halo' }),
  creative: design('Créatif', 'creative', 'coral', { shape: 'rosette', pattern: 'confetti', frame: 'dotted' }),
  'digital-expert': design('Expert numérique', 'digital-expert', 'periwinkle', { shape: 'square', pattern: 'dots' }),
  'sentinel-trainer': design('Formateur sentinelle', 'sentinel-trainer', 'lilac', { shape: 'octagon', pattern: 'rays', frame: 'double' }),

  conversions: workbook('Conversions', 'conversions', 'lagoon'),
  'significant-digits': workbook('Chiffres significatifs', 'significant-digits', 'sky'),
  formulas: workbook('Relations littérales', 'formula', 'lilac'),
  calculation: workbook('Rédaction d’un calcul', 'calculation', 'coral'),
  charts: workbook('Graphiques', 'chart', 'meadow'),
  units: workbook('Unités', 'units', 'sunflower'),

  'bullying-referent': design('Référent·e harcèlement', 'ear', 'deep-sea', { shape: 'shield', pattern: 'echo' }),
  'digital-trainer': design('Formateur·rice numérique', 'laptop', 'slate', { shape: 'hexagon', pattern: 'plain' }),
  'pedagogical-leadership': design('Encadrement pédagogique', 'mentor', 'fir', { pattern: 'laurel', frame: 'double' }),
  'student-engagement': design('Engagement étudiant', 'engagement', 'plum', { shape: 'arch', pattern: 'plain' }),
  'volunteer-referee': design('Arbitre bénévole', 'whistle', 'brick', { shape: 'octagon', pattern: 'plain' }),
  'committed-chef': design('Chef cuisinier engagé', 'chef-hat', 'chalk', { pattern: 'laurel' }),
} as const satisfies Record<string, BadgeDesign>

export type DemoDesignName = keyof typeof demoDesigns
