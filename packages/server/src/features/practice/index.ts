// Owns programmes (k of n badges a period, for classes and groups), « Je suis prêt·e » attempts, what teachers advised, and the booklets made of them.
// Announces: attempt.judged, practice.nudged, help.noted, helper.reached.
// Standard: what a teacher passes becomes an Open Badges 3.0 credential, by credentials.
export { askReady } from './attempts/ask-ready.ts'
export { judgeAttempt } from './attempts/judge-attempt.ts'
export { readStandings } from './attempts/read-standings.ts'
export { addRemark } from './attempts/remarks.ts'
export { encourage } from './grid/encourage.ts'
export { answerHelp } from './helping/answer-help.ts'
export { describeHelp } from './helping/describe-help.ts'
export { chooseHelperBadge } from './helping/helper-badge.ts'
export { noteHelp } from './helping/note-help.ts'
export { offerHelp } from './helping/offer-help.ts'
export { takesPartSomewhere } from './mine/list-my-programmes.ts'
export { attemptJudged, helperReached, helpNoted, practiceNudged } from './practice.facts.ts'
export { createProgramme } from './programmes/create-programme.ts'
export { addException } from './programmes/exceptions.ts'
export { readPeriods } from './programmes/get-programme.ts'
export { shareProgramme } from './programmes/share-programme.ts'
