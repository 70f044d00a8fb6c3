// Owns people, their addresses, sign-in and sessions.
// Announces: link.requested (a one-time link must be mailed).
// Standard: none; an Open Badges IdentityObject is made of what is here, by credentials.
export { findSession } from './find-session.ts'
export { findShellPerson } from './find-shell-person.ts'
export { openSession, SESSION_COOKIE, sessionCookie } from './open-session.ts'
