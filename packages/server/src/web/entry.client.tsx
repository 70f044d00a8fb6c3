import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { HydratedRouter } from 'react-router/dom'
import { createTranslator, type Locale, type Tone } from '#web/i18n.ts'

const locale = document.documentElement.lang as Locale
const { default: messages } = locale === 'en' ? await import('#web/messages/en.ts') : await import('#web/messages/fr.ts')

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <I18nextProvider i18n={createTranslator(locale, messages, document.documentElement.dataset.tone as Tone)}>
        <HydratedRouter />
      </I18nextProvider>
    </StrictMode>,
  )
})
