// What an uploaded SVG may hold: still drawings, and nothing that runs, fetches, animates or embeds.

const words = (text: string) => text.trim().split(/\s+/)

export const ALLOWED_TAGS = words(`
  svg g defs symbol use switch title desc style
  path rect circle ellipse line polyline polygon text tspan textPath
  linearGradient radialGradient stop pattern clipPath mask marker
  filter feBlend feColorMatrix feComponentTransfer feComposite feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
  feGaussianBlur feMerge feMergeNode feMorphology feOffset`)

/** Something of these must be left, or there is nothing to see. */
export const DRAWN_TAGS = words('path rect circle ellipse line polyline polygon text')

export const ALLOWED_ATTRIBUTES = words(`
  id class style transform viewBox x y x1 x2 y1 y2 cx cy r rx ry fx fy fr dx dy width height d points pathLength rotate textLength lengthAdjust
  fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset
  opacity color display visibility overflow clip-path clip-rule mask filter paint-order vector-effect shape-rendering text-rendering
  mix-blend-mode isolation enable-background
  font-family font-size font-style font-weight font-variant font-stretch letter-spacing word-spacing text-anchor text-decoration dominant-baseline alignment-baseline
  baseline-shift writing-mode direction unicode-bidi kerning startOffset method spacing
  gradientUnits gradientTransform spreadMethod offset stop-color stop-opacity
  patternUnits patternContentUnits patternTransform clipPathUnits maskUnits maskContentUnits preserveAspectRatio
  marker-start marker-mid marker-end markerUnits markerWidth markerHeight orient refX refY
  filterUnits primitiveUnits in in2 result mode type values stdDeviation edgeMode operator k1 k2 k3 k4 flood-color flood-opacity radius slope intercept
  tableValues amplitude exponent color-interpolation-filters color-interpolation
  href xlink:href xml:space version role aria-label xmlns xmlns:xlink`)

/** CSS that could reach outside or run: functions with addresses, imports, fonts, escapes that hide any of these. */
const DANGEROUS_CSS =
  /\\|@(?!media\b)|expression\s*\(|javascript:|behavio(?:u)?r\s*:|-moz-binding|image-set\s*\(|\bimage\s*\(|\bsrc\s*\(|element\s*\(|paint\s*\(|cross-fade\s*\(|attr\s*\(|:\/\/|<|data:/i
/** `url(#id)`, the only address allowed: what is left of a text without them must hold no `url`. */
const LOCAL_URL = /url\(\s*(["']?)#[\w:.-]+\1\s*\)/gi
const LOCAL_REFERENCE = /^#[\w:.-]+$/

export const withoutCssComments = (css: string): string => css.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ' ')

/** Whether a style sheet, a style attribute or a presentation attribute refers to nothing but this very drawing. */
export const isSafeCss = (css: string): boolean => !DANGEROUS_CSS.test(css) && !/url\s*\(/i.test(css.replace(LOCAL_URL, ''))

export const isLocalReference = (value: string): boolean => LOCAL_REFERENCE.test(value.trim())
