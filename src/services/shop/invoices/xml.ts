/** An element of XML: what is in it is text, or elements. */
export type Element = { name: string; content: string | Element[]; attributes: Record<string, string> }

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export function element(name: string, content: string | Element[], attributes: Record<string, string> = {}): Element {
  return { name, content, attributes }
}

export function xmlOf(root: Element) {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}\n`
}

function written({ name, content, attributes }: Element, indent: string): string {
  const start = `${indent}<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${safe(value)}"`)
    .join('')}`
  if (typeof content === 'string') return `${start}>${safe(content)}</${name}>`
  const inner = content.map((child) => written(child, `${indent}  `)).join('\n')
  return inner ? `${start}>\n${inner}\n${indent}</${name}>` : `${start}/>`
}

/** Without the signs that XML cannot hold at all. */
function safe(text: string) {
  return text
    .replace(/[&<>"]/g, (sign) => signs[sign]!)
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
}
