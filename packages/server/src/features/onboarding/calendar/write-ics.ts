import type { Milestone } from './get-calendar.ts'

type Words = { name: string; titleOf(kind: Milestone['kind']): string; aboutOf(kind: Milestone['kind']): string }
type Place = { organizationId: string; schoolYear: string; host: string; now: Date }

/** iCalendar (RFC 5545): whole days, each with an identifier that stays, so that adding the file again moves what moved and doubles nothing. */
export function writeIcs(milestones: readonly Milestone[], { organizationId, schoolYear, host, now }: Place, { name, titleOf, aboutOf }: Words): string {
  const stamp = `${now.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
  const events = milestones.flatMap(({ kind, day, revision }) => [
    'BEGIN:VEVENT',
    `UID:${kind}-${schoolYear}-${organizationId}@${host}`,
    `SEQUENCE:${revision}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${plain(day ?? `${schoolYear.slice(0, 4)}-09-01`)}`,
    `SUMMARY:${escapeText(`${titleOf(kind)} (${name})`)}`,
    `DESCRIPTION:${escapeText(aboutOf(kind))}`,
    // What the structure does without goes out of calendars where it had been.
    `STATUS:${day === null ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ])
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//BOAT//FR', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', `X-WR-CALNAME:${escapeText(name)}`, ...events, 'END:VCALENDAR']
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

const plain = (day: string) => day.replaceAll('-', '')
const escapeText = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')

const LINE = 75
/** A line holds 75 octets; what is longer goes on after a space, never in the middle of a letter. */
function fold(line: string): string {
  let folded = ''
  let octets = 0
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (octets + size > LINE) {
      folded += '\r\n '
      octets = 1
    }
    folded += letter
    octets += size
  }
  return folded
}
