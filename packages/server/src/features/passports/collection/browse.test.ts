import { describe, expect, test } from 'vitest'
import { browseCollection, listChoices } from './browse-collection.ts'
import type { CollectedBadge } from './list-collection.ts'
import { listSkills } from './list-skills.ts'
import type { Skill } from './read-skills.ts'

const NOTHING = { q: '', issuer: '', skill: '', tag: '', state: '' }
const keyword = (name: string): Skill => ({ name, framework: null, url: null, kind: 'keyword' })
const aligned = (name: string, framework = 'Compétences transversales'): Skill => ({ name, framework, url: 'https://competences.example/1', kind: 'alignment' })

const badge = (name: string, more: Partial<CollectedBadge> = {}): CollectedBadge => ({
  badgeId: name,
  kind: 'received',
  name,
  badgeName: name,
  levelName: null,
  description: '',
  issuerName: 'Université de Poitiers',
  authorName: null,
  picture: null,
  skills: [],
  receivedAt: null,
  validUntil: null,
  state: 'valid',
  response: 'accepted',
  isShared: false,
  sentence: '',
  tags: [],
  ...more,
})

const mediation = badge('Médiation', { skills: [aligned('Écouter'), keyword('Pairs')], tags: ['Emploi'], sentence: 'Le jour où j’ai osé.' })
const press = badge('Atelier radio', { issuerName: 'Les Foulées', description: 'Tenir une émission', skills: [keyword('ecouter')], state: 'expired' })
const other = badge('Premiers secours', { kind: 'imported', issuerName: 'Université de Poitiers', state: 'unknown' })
const all = [mediation, press, other]
const find = (wanted: Partial<typeof NOTHING>) => browseCollection(all, { ...NOTHING, ...wanted }).map(({ name }) => name)

describe('what is looked for', () => {
  test.each([
    ['a name without its accent', 'mediation', ['Médiation']],
    ['a giver', 'FOULÉES', ['Atelier radio']],
    ['a description', 'emission', ['Atelier radio']],
    ['a framework', 'transversales', ['Médiation']],
    ['an own tag', 'emploi', ['Médiation']],
    ['an own sentence', 'ose', ['Médiation']],
    ['two words that stand in different places', 'poitiers secours', ['Premiers secours']],
    ['words of which one is nowhere', 'poitiers radio', []],
    ['signs that search languages know', '.*', []],
    ['nothing but spaces', '  ', ['Médiation', 'Atelier radio', 'Premiers secours']],
  ])('is found by %s', (_what, q, names) => expect(find({ q })).toEqual(names))

  test('is chosen by what badges share, whatever the spelling, and all choices hold together', () => {
    expect(find({ skill: 'écouter' })).toEqual(['Médiation', 'Atelier radio'])
    expect(find({ skill: 'Écouter', issuer: 'les foulees' })).toEqual(['Atelier radio'])
    expect(find({ state: 'unverified' })).toEqual(['Premiers secours'])
    expect(find({ tag: 'écouter' })).toEqual([])
    // A choice is the whole name, not a part of it.
    expect(find({ issuer: 'Université' })).toEqual([])
  })

  test('can be chosen from what there is, once whatever its spelling, from A to Z', () => {
    const choices = listChoices(all)
    expect(choices.skill).toEqual([
      { value: 'Écouter', count: 2 },
      { value: 'Pairs', count: 1 },
    ])
    expect(choices.issuer).toEqual([
      { value: 'Les Foulées', count: 1 },
      { value: 'Université de Poitiers', count: 2 },
    ])
    expect(choices.state.map(({ value }) => value).toSorted()).toEqual(['expired', 'unverified', 'valid'])
  })
})

describe('skills', () => {
  test('are said by badges that hold or held, once each, the framework’s words before a keyword', () => {
    expect(listSkills([press, mediation]).map(({ name, kind, badges }) => [name, kind, badges.length])).toEqual([
      ['Écouter', 'alignment', 2],
      ['Emploi', 'tag', 1],
      ['Pairs', 'keyword', 1],
    ])
  })

  test('are not said by what was withdrawn, declined, not answered, or could not be verified', () => {
    const said = { skills: [keyword('Rien')] }
    const silent = [
      badge('1', { ...said, state: 'revoked' }),
      badge('2', { ...said, response: 'declined' }),
      badge('3', { ...said, response: 'pending' }),
      badge('4', { ...said, state: 'invalid' }),
      badge('5', { ...said, state: 'unknown' }),
    ]
    expect(listSkills(silent)).toEqual([])
  })
})
