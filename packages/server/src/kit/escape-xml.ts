/** A text inside a document of XML, without the signs that XML cannot hold. */
export const escapeXml = (text: string): string =>
  text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '').replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
