import type { Ctx } from '#ctx'
import { readImage, renderPng } from '#features/achievements/index.ts'
import { formatDay } from '#kit/format-day.ts'
import { refuse } from '../../practice.errors.ts'
import { MAX_BOOKLETS } from '../booklets.schema.ts'
import { listClassBooklets } from '../class-booklets.ts'
import { type PresentedBooklet, presentBooklet, sayIn } from '../present-booklet.ts'
import type { Booklet } from '../read-booklets.ts'
import { drawBooklets } from './draw-booklets.ts'
import type { Paper, PaperAdvice, PaperWords } from './paper.ts'

/** Of the pupils who are named, or of a class: thirty sheets before the parents come. */
export async function printClass(
  ctx: Ctx,
  { programmeId, personIds, cohort }: { programmeId: string; personIds: readonly string[]; cohort?: string | undefined },
): Promise<Uint8Array> {
  if (personIds.length > MAX_BOOKLETS) throw refuse('too_many_booklets', { max: MAX_BOOKLETS })
  return printBooklets(ctx, await listClassBooklets(ctx, programmeId, { personIds, cohort }))
}

/** The caller has asked who may read them. */
export async function printBooklets(ctx: Ctx, booklets: readonly Booklet[]): Promise<Uint8Array> {
  if (booklets.length === 0) throw refuse('no_booklets')
  if (booklets.length > MAX_BOOKLETS) throw refuse('too_many_booklets', { max: MAX_BOOKLETS })
  const images = new Map<string, Uint8Array>()
  for (const { imageId } of booklets[0]!.badges) images.set(imageId, await renderPng(await readImage(ctx, imageId), 384))
  const presented = booklets.map((booklet) => presentBooklet(ctx, booklet))
  return drawBooklets(
    presented.map((booklet) => writePaper(ctx, booklet)),
    images,
    writeWords(ctx, presented[0]!),
    ctx.now(),
  )
}

/** A phone shows no more than this beside the advice. */
const MAX_CODES = 3

function writePaper(ctx: Ctx, booklet: PresentedBooklet): Paper {
  const say = sayIn(ctx)
  const { programmeId, organization, schoolYear, name, className, programme, teachers, periods, badges } = booklet
  const online = `${ctx.config.url}/me/practice/${programmeId}`
  return {
    organization,
    schoolYear,
    name,
    className,
    programme,
    teachers: teachers.length > 0 ? say('paper.with', { teachers: listOf(ctx, teachers) }) : '',
    address: `${online}/booklet`,
    periods,
    badges: badges.map((badge) => ({ imageKey: badge.imageId, name: badge.name, state: badge.state, standing: badge.standing, story: badge.told.map(({ short }) => short) })),
    advice: listAdvice(ctx, booklet),
    redo: badges
      .filter(({ toRedo }) => toRedo.length > 0)
      .slice(0, MAX_CODES)
      .map(({ achievementId, name }) => ({ address: `${online}/${achievementId}`, caption: name })),
    sentences: [
      ...periods.toReversed().map(({ name, sentence }) => ({ about: name, text: sentence })),
      ...badges.map((badge) => ({ about: badge.name, text: badge.sentence })),
    ].filter(({ text }) => text !== ''),
  }
}

/** What is still to be done comes first, and the latest advice before the others. */
function listAdvice(ctx: Ctx, { badges }: PresentedBooklet): PaperAdvice[] {
  const say = sayIn(ctx)
  return badges
    .toSorted((a, b) => Number(a.state === 'passed') - Number(b.state === 'passed'))
    .flatMap(({ name, told, toRedo }) => {
      const steps = told
        .filter(({ lines }) => lines.length > 0)
        .toReversed()
        .map(({ day, teacher, said, lines }) => ({ when: [day, teacher, said].filter(Boolean).join(' · '), lines }))
      const titles = toRedo.map(({ title }) => title)
      return steps.length > 0 ? [{ badge: name, steps, toRedo: titles.length > 0 ? say('paper.to_redo', { titles: listOf(ctx, titles) }) : '' }] : []
    })
}

const listOf = (ctx: Ctx, names: readonly string[]) => new Intl.ListFormat(ctx.locale, { type: 'conjunction' }).format(names)

function writeWords(ctx: Ctx, { programme, organization }: PresentedBooklet): PaperWords {
  const say = sayIn(ctx)
  const { host } = new URL(ctx.config.url)
  return {
    title: say('paper.file_title', { programme, organization }),
    lang: ctx.locale,
    heading: say('paper.heading'),
    online: say('paper.online'),
    badges: say('paper.badges'),
    advice: say('paper.advice'),
    noAdvice: say('paper.no_advice'),
    redo: say('paper.redo'),
    sentences: say('paper.sentences'),
    noSentences: say('paper.no_sentences'),
    notes: say('paper.notes'),
    signatures: ['pupil', 'family', 'teacher'].map((who) => say(`paper.signature_${who}`)),
    foot: say('paper.foot', { date: formatDay(ctx.now(), ctx.locale), address: `${host}/me/practice` }),
    more: say('paper.more'),
  }
}
