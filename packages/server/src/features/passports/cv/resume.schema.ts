// JSON Resume 1.0.0, as far as a CV of ours says it. @see https://jsonresume.org/schema
import { z } from 'zod'
import { text } from '#kit/fields.schema.ts'
import { Email, inOrder, WebAddress } from './cv.schema.ts'
import { Month } from './month.schema.ts'

/** Fields may be absent or null; one of another kind is refused by its name. */
const line = <Out>(schema: z.ZodType<Out, string>) =>
  z
    .string('not_text')
    .nullish()
    .transform((value) => value ?? '')
    .pipe(schema)
const several = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .array(schema, 'not_a_list')
    .nullish()
    .transform((list) => list ?? [])
const dates = { startDate: line(Month), endDate: line(Month) }
/** The end is not before the beginning. */
const ordered = <Entry extends { startDate: string; endDate: string }>(entry: z.ZodType<Entry>) =>
  entry.refine(({ startDate, endDate }) => inOrder({ from: startDate, to: endDate }), { path: ['endDate'], message: 'ends_before' })
const highlights = several(z.string('not_text'))

export const Resume = z.object(
  {
    basics: z
      .object(
        {
          name: line(text(160)),
          label: line(text(200)),
          email: line(Email),
          phone: line(text(40)),
          url: line(WebAddress),
          summary: line(text(1500)),
          location: z.object({ city: line(text(120)) }, 'not_an_object').nullish(),
          profiles: several(z.object({ network: line(text(80)), username: line(text(120)), url: line(WebAddress) }, 'not_an_object')),
        },
        'not_an_object',
      )
      .nullish(),
    work: several(
      ordered(z.object({ name: line(text(160)), position: line(text(160)), location: line(text(120)), summary: line(text(1500)), highlights, ...dates }, 'not_an_object')),
    ),
    volunteer: several(
      ordered(z.object({ organization: line(text(160)), position: line(text(160)), location: line(text(120)), summary: line(text(1500)), highlights, ...dates }, 'not_an_object')),
    ),
    education: several(ordered(z.object({ institution: line(text(160)), area: line(text(120)), studyType: line(text(80)), ...dates }, 'not_an_object'))),
    skills: several(z.object({ name: line(text(80)), keywords: several(line(text(80))) }, 'not_an_object')),
    languages: several(z.object({ language: line(text(60)), fluency: line(text(80)) }, 'not_an_object')),
    interests: several(z.object({ name: line(text(200)) }, 'not_an_object')),
  },
  'not_an_object',
)
export type Resume = z.output<typeof Resume>
