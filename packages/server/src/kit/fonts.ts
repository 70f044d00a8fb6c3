// The font of what we draw outside browsers (PDF, pictures for sharing), so that it looks the same on every machine.
import { createRequire } from 'node:module'

// Not import.meta.resolve: the runner of the tests has none.
const { resolve } = createRequire(import.meta.url)
const file = (path: string) => resolve(`@expo-google-fonts/inter/${path}`)

export const fonts = {
  regular: file('400Regular/Inter_400Regular.ttf'),
  semibold: file('600SemiBold/Inter_600SemiBold.ttf'),
  bold: file('700Bold/Inter_700Bold.ttf'),
} as const
