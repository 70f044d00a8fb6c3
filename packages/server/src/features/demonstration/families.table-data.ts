// Papers given to families, and what came back. Most have not answered yet, as in life.
import type { Scope } from '../guardians/guardians.schema.ts'
import { demonstrationPupil } from './pupils.table-data.ts'
import { DOMAIN, type StructureKey } from './structures.table-data.ts'

const at = (name: string) => `${name}.${DOMAIN}`

/** Which classes got papers, printed by whom. */
export const papers = [
  { structure: 'rabelais', className: 'CM2', by: at('cm2@rabelais'), daysAgo: 21 },
  { structure: 'bedel', className: '3e A', by: at('documentaliste@bedel'), daysAgo: 16 },
] as const satisfies readonly { structure: StructureKey; className: string; by: string; daysAgo: number }[]

/** The parent whom one click enters: two children, two schools. */
export const demonstrationParent = {
  address: at('parent@familles'),
  givenName: 'Samira',
  familyName: 'Belkacem',
  children: [
    { pupil: demonstrationPupil.address, className: '3e A', yes: ['share'], daysAgo: 12 },
    { pupil: 3, className: 'CM2', yes: ['take-home'], daysAgo: 12 },
  ] satisfies { pupil: string | number; className: string; yes: Scope[]; daysAgo: number }[],
}

/** Those who answered with a phone, by place in the class list. */
export const answeredByPhone = [
  { className: 'CM2', place: 0, givenName: 'Bruno', relation: 'father', yes: ['share', 'take-home'], no: [], daysAgo: 15 },
  { className: 'CM2', place: 9, givenName: 'Aïcha', relation: 'mother', yes: ['take-home'], no: ['share'], daysAgo: 14 },
] as const satisfies readonly { className: string; place: number; givenName: string; relation: 'mother' | 'father'; yes: Scope[]; no: Scope[]; daysAgo: number }[]

/** Those who ticked and signed the paper; one took it back since. */
export const answeredOnPaper = [
  { className: 'CM2', place: 5, givenName: 'Corinne', yes: ['share'], withdrawn: ['share'], daysAgo: 13 },
  { className: 'CM2', place: 12, givenName: 'Denis', yes: ['share', 'take-home'], withdrawn: [], daysAgo: 13 },
  // Leaves for the collège, where the booklet may be read.
  { className: 'CM2', place: 23, givenName: 'Sylvie', yes: ['booklet'], withdrawn: [], daysAgo: 12 },
  { className: '3e A', place: 4, givenName: 'Laure', yes: ['share'], withdrawn: [], daysAgo: 9 },
] as const satisfies readonly { className: string; place: number; givenName: string; yes: Scope[]; withdrawn: Scope[]; daysAgo: number }[]
