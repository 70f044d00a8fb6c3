import classes from './badge-state.module.css'

/** Whether a received badge still holds, in a word; the colour only repeats it. */
export const BadgeState = ({ state, label }: { state: 'valid' | 'expired' | 'revoked' | 'declined'; label: string }) => (
  <span className={classes.state} data-state={state}>
    {label}
  </span>
)
