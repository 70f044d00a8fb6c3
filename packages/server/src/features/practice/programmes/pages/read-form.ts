import type { Values } from '../../browser/programme-form.ts'

/** What was typed, and the button that sent it. */
export async function readForm(request: Request): Promise<{ form: FormData; values: Values; intent: string }> {
  const form = await request.formData()
  const { intent = 'save', ...values } = Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
  return { form, values, intent }
}
