/**
 * The colours of the product: deep sea, warm coral, cream paper.
 * On `background` and `surface` every text colour reaches 4.5:1 and `border` 3:1; `hairline` only decorates.
 */
export const productPalette = {
  light: {
    background: '#fbf7ee',
    surface: '#ffffff',
    text: '#14283a',
    mutedText: '#50616e',
    primary: '#0f5a70',
    primaryContrast: '#ffffff',
    accent: '#bf4428',
    accentContrast: '#ffffff',
    success: '#1f6a45',
    warning: '#84540a',
    danger: '#b0282c',
    border: '#808a8f',
    hairline: '#e4dccb',
  },
  dark: {
    background: '#0c1b27',
    surface: '#142a3a',
    text: '#f4eee1',
    mutedText: '#aebcc6',
    primary: '#74c9d8',
    primaryContrast: '#06202b',
    accent: '#ff9e85',
    accentContrast: '#34120a',
    success: '#84d6a6',
    warning: '#f1c473',
    danger: '#ff9f99',
    border: '#70899a',
    hairline: '#264153',
  },
} as const
