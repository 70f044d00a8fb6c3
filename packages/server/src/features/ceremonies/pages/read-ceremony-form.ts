import { text } from '#kit/read-form.ts'

export const readCeremonyForm = (form: FormData) => ({ title: text(form, 'title'), day: text(form, 'day'), time: text(form, 'time'), place: text(form, 'place') })
