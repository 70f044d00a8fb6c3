import { z } from 'zod'
import { text } from '#kit/fields.schema.ts'

const Path = z.string().max(500)
const Words = text(500).catch('')

/** What of data.json is taken in: what is not as it should be is passed over, so that one bad page does not keep the badges out. */
export const ArchiveData = z.object({
  badges: z
    .array(
      z.object({
        id: z.guid(),
        file: Path,
        name: z.string().max(1000).catch(''),
        response: z.enum(['pending', 'accepted', 'declined']).catch('accepted'),
        sentence: Words,
        tags: z.array(text(40).min(1)).max(20).catch([]),
        fileName: z.string().max(300).nullish().catch(null),
      }),
    )
    .max(2000),
  folios: z
    .array(
      z.object({
        id: z.guid(),
        title: z.unknown(),
        introduction: z.unknown(),
        blocks: z.unknown(),
        files: z
          .array(z.object({ id: z.guid(), file: Path, fileName: z.string(), alt: z.string().max(500).catch('') }))
          .max(500)
          .catch([]),
      }),
    )
    .max(100)
    .catch([]),
  cvs: z
    .array(z.object({ id: z.guid(), title: z.unknown(), locale: z.unknown(), content: z.unknown(), badgeIds: z.array(z.guid()).catch([]) }))
    .max(100)
    .catch([]),
})
export type ArchiveData = z.output<typeof ArchiveData>
