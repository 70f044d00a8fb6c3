import { createTheme, type MantineColorsTuple } from '@mantine/core'

/** Deep water, and the warm light of a lamp: the two hues everything is drawn with. */
const sea: MantineColorsTuple = ['#e8f6f7', '#cfeaec', '#a3d6da', '#71bfc6', '#45a5ae', '#258994', '#146f7a', '#0b5c66', '#084952', '#05363d']
const lamp: MantineColorsTuple = ['#fff3ea', '#ffe3d0', '#ffc6a1', '#fda66f', '#f98846', '#ef6c23', '#cf5513', '#a8430e', '#82340c', '#5e260a']

export const theme = createTheme({
  primaryColor: 'sea',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  colors: { sea, lamp },
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
