import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ExerciseInput, ExerciseSource } from '../resources/exercise.schema.ts'
import { correctAnswer } from './correct-answer.ts'
import { findProblem, makeVariant, type NumberVariant } from './exercise.ts'
import { readWrittenNumber, writeNumber } from './number-text.ts'
import { isSameUnit, readUnit } from './units.ts'

const source = (input: Partial<ExerciseInput>) => ExerciseSource.parse({ kind: 'number', statement: 'Combien ?', correction: 'Voilà.', ...input })
const speed = source({
  statement: 'Un train roule à {a} km/h. Quelle est sa vitesse en m/s ?',
  variables: 'a : 18 à 126 pas 9\nv = a / 3,6',
  answer: '{a}/3.6',
  unit: 'm/s',
  figures: 3,
  traps: 'a * 3,6 | Tu as multiplié par 3,6 : on divise.',
  correction: 'v = {a} / 3,6 = {v:3} m/s',
})
const say = (exercise: ReturnType<typeof source>, text: string, seed = 1) => correctAnswer(makeVariant(exercise, seed), { text })
const seeds = fc.integer({ min: 0, max: 4_294_967_295 })

describe('a number, its unit and its figures', () => {
  const fixed = source({ answer: '100 / 3,6', unit: 'm/s', figures: 3, traps: '100 * 3,6 | Tu as multiplié.' })

  test.each([
    '27,8 m/s',
    '27.8 m/s',
    '27,8 m·s⁻¹',
    '27,8 m.s-1',
    '27,8 m s^-1',
    '2,78 × 10^1 m/s',
    '2.78e1 m/s',
    '2,78.10^1 m/s',
    '2,78·10¹ m/s',
    '0,0278 km/s',
    '100 km/h',
    '27,8m/s',
  ])('%s is right', (text) => expect(say(fixed, text)).toMatchObject({ isRight: true }))

  test.each([
    ['27,8', 'unit_missing_value_right'],
    ['12', 'unit_missing'],
    ['27,8 km', 'unit_wrong'],
    ['27,8 kg', 'unit_wrong'],
    ['27,8 zorg', 'unit_unknown'],
    ['27,78 m/s', 'figures_too_many'],
    ['28 m/s', 'figures_too_few'],
    ['360 m/s', 'trap'],
    ['2780 m/s', 'power_of_ten'],
    ['-27,8 m/s', 'sign'],
    ['31,4 m/s', 'value'],
    ['vite', 'not_a_number'],
    ['  ', 'empty'],
  ])('%s is told apart: %s', (text, code) => expect(say(fixed, text)).toMatchObject({ isRight: false, code }))

  test('says what the author wrote of this very mistake', () => expect(say(fixed, '360 m/s').says).toEqual(['Tu as multiplié.']))

  test('another unit of the same quantity is refused where the author wants this one', () => {
    const strict = source({ ...fixed, acceptsOtherUnits: false })
    expect(say(strict, '100 km/h')).toMatchObject({ isRight: false, code: 'unit_not_asked', detail: { unit: 'm/s' } })
    expect(say(strict, '27,8 m·s⁻¹')).toMatchObject({ isRight: true })
  })

  test('what has no unit is asked without one', () => {
    const ratio = source({ answer: '2', tolerance: 0 })
    expect(say(ratio, '2').isRight).toBe(true)
    expect(say(ratio, '2 m')).toMatchObject({ isRight: false, code: 'unit_not_needed' })
  })

  test('the answer that its own correction would write is right, in every variant and both languages', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom('fr' as const, 'en' as const), fc.constantFrom(1, 2, 3, 4, 5, null), (seed, language, figures) => {
        const variant = makeVariant({ ...speed, language, figures }, seed) as NumberVariant
        expect(correctAnswer(variant, { text: variant.written }), variant.written).toMatchObject({ isRight: true })
        expect(variant.correction).not.toContain('{')
      }),
    )
  })

  test('in every variant a forgotten unit, a wrong one and the wrong way round are each told', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const variant = makeVariant(speed, seed) as NumberVariant
        const number = writeNumber(variant.value, 'fr', 3)
        expect(correctAnswer(variant, { text: number }).code).toBe('unit_missing_value_right')
        expect(correctAnswer(variant, { text: `${number} kg` }).code).toBe('unit_wrong')
        expect(correctAnswer(variant, { text: `${writeNumber(variant.value * 3.6 * 3.6, 'fr', 4)} m/s` }).code).toBe('trap')
      }),
    )
  })

  test('a number that we write is read as the same number, with the figures it was given', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e12, noNaN: true }), fc.integer({ min: 1, max: 9 }), fc.constantFrom('fr' as const, 'en' as const), (value, figures, language) => {
        const read = readWrittenNumber(writeNumber(value, language, figures))
        expect(read?.figures).toBe(figures)
        expect(read!.value / Number(value.toPrecision(figures))).toBeCloseTo(1, 6)
      }),
    )
  })

  test.each([
    ['12 000', 12_000, 5],
    ['1,234.5', 1234.5, 5],
    ['0,0250', 0.025, 3],
    ['2,50', 2.5, 3],
    ['.5', 0.5, 1],
    ['−4,2e-3', -0.0042, 2],
    ['6,02.10^23', 6.02e23, 3],
  ])('%s is read as %d with %d figures', (text, value, figures) => expect(readWrittenNumber(text)).toMatchObject({ value, figures, rest: '' }))

  test('units are the same however they are written', () => {
    for (const [one, other] of [
      ['km/h', 'km·h⁻¹'],
      ['N', 'kg·m·s^-2'],
      ['mL', 'cm³'],
      ['J/s', 'W'],
      ['V/A', 'Ω'],
      ['g/cm3', 'kg/L'],
      ['1/s', 'Hz'],
    ] as const)
      expect(isSameUnit(readUnit(one)!, readUnit(other)!), `${one} ${other}`).toBe(true)
    expect(readUnit('km/heure')).toBeUndefined()
  })
})

describe('a choice', () => {
  const choice = source({ kind: 'choice', variables: 'a : 2 à 9', options: '+ {a} m\n- {a * 10} m | Un facteur dix de trop.\n- {a * 100} m' })
  const tick = (exercise: typeof choice, keys: number[]) => correctAnswer(makeVariant(exercise, 3), { keys })

  test('is right, or says what the author wrote of this option', () => {
    expect(tick(choice, [0])).toMatchObject({ isRight: true })
    expect(tick(choice, [1])).toMatchObject({ isRight: false, says: ['Un facteur dix de trop.'] })
    expect(tick(choice, [2])).toMatchObject({ isRight: false, code: 'choice' })
    expect(tick(choice, [])).toMatchObject({ code: 'nothing_chosen' })
  })

  test('of several asks for all of them and no other', () => {
    const several = source({ kind: 'choice', options: '+ m\n+ km\n- kg' })
    expect(tick(several, [0, 1])).toMatchObject({ isRight: true })
    expect(tick(several, [0])).toMatchObject({ code: 'some_missing' })
    expect(tick(several, [0, 1, 2])).toMatchObject({ isRight: false, code: 'some_wrong' })
  })

  test('shows the same options in the same order for the same seed, and all of them', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const variant = makeVariant(choice, seed)
        expect(variant).toEqual(makeVariant(choice, seed))
        expect(variant.kind === 'choice' && variant.options.map(({ key }) => key).sort()).toEqual([0, 1, 2])
      }),
    )
  })
})

describe('a short text', () => {
  const text = source({ kind: 'text', accepted: 'masse volumique\nρ', traps: 'masse | Une masse ne dépend pas du volume.' })

  test.each(['masse volumique', '  Masse  Volumique. ', 'MASSE VOLUMIQUE', 'ρ'])('%s is right', (answer) => expect(say(text, answer).isRight).toBe(true))

  test('tolerates accents and how signs are typed, and capitals unless they matter', () => {
    expect(say(source({ kind: 'text', accepted: 'énergie' }), 'energie').isRight).toBe(true)
    const formula = source({ kind: 'text', accepted: 'm = ρ × V', isCased: true })
    expect(say(formula, 'm=ρ*V').isRight).toBe(true)
    expect(say(formula, 'm = ρ × v')).toMatchObject({ isRight: false, code: 'casing' })
  })

  test('says what the author wrote of a known mistake', () => {
    expect(say(text, 'la masse').code).toBe('text')
    expect(say(text, 'masse').says).toEqual(['Une masse ne dépend pas du volume.'])
  })
})

describe('steps in order', () => {
  const order = source({ kind: 'order', steps: 'Relation\nUnités\nCalcul\nPhrase' })

  test('are never shown in their right order, and are right in it', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const variant = makeVariant(order, seed)
        const shown = variant.kind === 'order' ? variant.steps.map(({ key }) => key) : []
        expect(shown).not.toEqual([0, 1, 2, 3])
        expect(correctAnswer(variant, { keys: [0, 1, 2, 3] }).isRight).toBe(true)
        expect(correctAnswer(variant, { keys: shown }).isRight).toBe(false)
      }),
    )
  })

  test('say how many are in their place from the start, and what is missing', () => {
    const variant = makeVariant(order, 1)
    expect(correctAnswer(variant, { keys: [0, 1, 3, 2] })).toMatchObject({ code: 'order', detail: { count: 2 } })
    expect(correctAnswer(variant, { keys: [0, 1, 1, 2] })).toMatchObject({ code: 'order_incomplete' })
  })
})

describe('what an author must change', () => {
  test.each([
    [{ variables: 'a : 1 à 5', answer: 'a * b' }, 'unknown_name', 'answer'],
    [{ statement: 'Voici {b}.', answer: '1' }, 'unknown_name', 'statement'],
    [{ variables: 'a ; 3', answer: '1' }, 'bad_line', 'variables'],
    [{ variables: 'a : 5 à 1', answer: 'a' }, 'empty_range', 'variables'],
    [{ variables: 'a : 0 à 9 pas 0,0001', answer: 'a' }, 'wide_range', 'variables'],
    [{ variables: 'a : 1 à 2\na = 3', answer: 'a' }, 'same_name', 'variables'],
    [{ variables: 'pi : 3 à 4', answer: '1' }, 'reserved_name', 'variables'],
    [{ variables: 'a : 0 à 3', answer: '1 / a' }, 'no_value', 'answer'],
    [{ answer: '3 +' }, 'bad_formula', 'answer'],
    [{ answer: 'constructor(1)' }, 'bad_formula', 'answer'],
    [{ answer: '' }, 'no_answer', 'answer'],
    [{ answer: '1', unit: 'zorg' }, 'unknown_unit', 'unit'],
    [{ answer: '1', traps: '2' }, 'trap_says_nothing', 'traps'],
    [{ kind: 'choice', options: '+ un' }, 'too_few_options', 'options'],
    [{ kind: 'choice', options: '- un\n- deux' }, 'no_right_option', 'options'],
    [{ kind: 'choice', options: '+ un\ndeux' }, 'option_without_mark', 'options'],
    [{ kind: 'choice', variables: 'a : 1 à 3', options: '+ {a}\n- {a * a}' }, 'same_options', 'options'],
    [{ kind: 'text', accepted: '' }, 'no_answer', 'accepted'],
    [{ kind: 'order', steps: 'un\ndeux' }, 'too_few_steps', 'steps'],
  ] as [Partial<ExerciseInput>, string, string][])('%o: %s in %s', (input, code, field) => expect(findProblem(source(input))).toMatchObject({ code, field }))

  test('whatever is typed into a formula is a number, a problem, and never anything else', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (answer) => {
        const problem = findProblem(source({ answer }))
        expect(problem === undefined || problem.name === 'ExerciseProblem').toBe(true)
      }),
    )
  })
})
