import classes from './rows.module.css'

type State = 'pending' | 'issued' | 'already-held' | 'failed' | 'excluded' | 'valid' | 'expired' | 'revoked'

/** A state in a word; its colour only repeats it. */
export const StateMark = ({ state, label }: { state: State; label: string }) => (
  <span className={classes.state} data-state={state}>
    {label}
  </span>
)
