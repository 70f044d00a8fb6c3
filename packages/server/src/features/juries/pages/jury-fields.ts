import { text } from '#kit/read-form.ts'

/** The fields of a séance, as its two forms send them. */
export const juryFields = (form: FormData) => ({
  title: text(form, 'title'),
  date: text(form, 'date'),
  time: text(form, 'time'),
  place: text(form, 'place'),
  quorum: text(form, 'quorum'),
  isEmbargoed: text(form, 'announce') !== 'now',
})
