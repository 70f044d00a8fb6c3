// Fields of forms, as every slice reads them. Messages are translation keys: `<slice>:fields.<key>`.
import { z } from 'zod'

/** Without NUL, which a database of texts refuses. */
export const text = (max: number) =>
  z
    .string()
    .overwrite((value) => value.replaceAll('\0', ''))
    .trim()
    .max(max, 'too_long')

/** A field that was left empty is not there. */
export const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess((value) => (value === '' ? undefined : value), schema.optional())
