import { IconCircleCheckFilled, IconCircleMinus, IconCircleXFilled, IconHelpCircleFilled } from '#web/components/icons.ts'

const ICONS = {
  verified: IconCircleCheckFilled,
  passed: IconCircleCheckFilled,
  'not-verified': IconCircleXFilled,
  failed: IconCircleXFilled,
  undetermined: IconHelpCircleFilled,
  skipped: IconCircleMinus,
}

/** Beside a word that says the same: a form for each outcome, not only a colour. */
export function OutcomeIcon({ outcome, size }: { outcome: keyof typeof ICONS; size: number }) {
  const Icon = ICONS[outcome]
  return <Icon size={size} color="var(--tone)" style={{ flex: 'none' }} aria-hidden />
}
