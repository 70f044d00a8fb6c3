// A fact: something that happened, told once it is committed, to whoever listens. The teller does not know the listeners.
import type { z } from 'zod'

export type Fact<Schema extends z.ZodType = z.ZodType> = { name: string; schema: Schema }

export const defineFact = <Schema extends z.ZodType>(name: string, schema: Schema): Fact<Schema> => ({ name, schema })
