import { createTheme, defaultVariantColorsResolver, type MantineColorsTuple } from '@mantine/core'

/** Deep water, and the warm coral of the sail: the two hues everything is drawn with. */
const sea: MantineColorsTuple = ['#e9f5f8', '#d2e9ef', '#a6d3df', '#74c9d8', '#4fa6b9', '#2f899e', '#1b6f86', '#0f5a70', '#0b475a', '#06303e']
const coral: MantineColorsTuple = ['#fff1ec', '#ffe0d7', '#ffc4b3', '#ff9e85', '#f77f62', '#e9603f', '#d6512f', '#bf4428', '#96331d', '#6d2414']

export const theme = createTheme({
  primaryColor: 'sea',
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  // The primary shade is dark on a light page and light on a dark one: the letters on it must follow, and Mantine decides them once.
  variantColorResolver: (input) => {
    const colors = defaultVariantColorsResolver(input)
    return input.variant === 'filled' && (input.color ?? 'sea') === 'sea' ? { ...colors, color: 'var(--mantine-primary-color-contrast)' } : colors
  },
  colors: { sea, coral },
  fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
  headings: {
    fontFamily: "'Inter Variable', system-ui, sans-serif",
    fontWeight: '680',
    sizes: { h1: { fontSize: '1.9rem', lineHeight: '1.2' }, h2: { fontSize: '1.35rem', lineHeight: '1.3' }, h3: { fontSize: '1.1rem', lineHeight: '1.35' } },
  },
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'always',
  components: {
    Button: { defaultProps: { size: 'md' } },
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md', autosize: false } },
    NativeSelect: { defaultProps: { size: 'md' } },
    FileInput: { defaultProps: { size: 'md' } },
    Anchor: { defaultProps: { underline: 'always' } },
    Card: { defaultProps: { withBorder: true, radius: 'lg', padding: 'lg' } },
  },
})
