/** An address as people write it, with or without its scheme: what is there has to be asked for. */
export const isAddress = (text: string): boolean => /^https?:\/\/\S+$/i.test(text) || /^(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?\/\S*$/i.test(text)

/** A JWT that a mail or a PDF broke into lines is one again. */
export function tidyText(text: string): string {
  const trimmed = text.replace(/^\uFEFF/, '').trim()
  return /^eyJ[\w.\s-]+$/.test(trimmed) ? trimmed.replace(/\s+/g, '') : trimmed
}
