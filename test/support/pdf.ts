import { inflateSync } from 'node:zlib'

/**
 * What a PDF of ours says, read as a reader with a search box does: letters by the maps that its fonts bring along. Each
 * piece that was set at once stands on a line of its own, but for letters of another font within it.
 */
export function textOfPdf(pdf: Buffer) {
  const objects = objectsIn(pdf)
  const fonts = fontsIn(objects)
  return [...objects.values()]
    .map(({ stream }) => stream ?? '')
    .filter((stream) => stream.includes('BT'))
    .map((stream) => spoken(stream, fonts))
    .join('\n')
}

function objectsIn(pdf: Buffer) {
  const source = pdf.toString('latin1')
  const objects = new Map<string, { head: string; stream?: string }>()
  for (const [, id, body] of source.matchAll(/(?<=^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [head, packed] = body!.split(/stream\n([\s\S]*?)\nendstream/) as [string, string?]
    const bytes = packed && Buffer.from(packed, 'latin1')
    const isPacked = head.includes('FlateDecode')
    const stream = bytes && (isPacked ? inflateSync(bytes) : bytes).toString('latin1')
    objects.set(id!, { head, stream: stream || undefined })
  }
  return objects
}

/** Letters by the codes of each font, by the name that pages call it. */
function fontsIn(objects: ReturnType<typeof objectsIn>) {
  const fonts = new Map<string, Map<string, string>>()
  for (const { head } of objects.values()) {
    for (const [, name, id] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const [, map] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id!)?.head ?? '') ?? []
      if (map) fonts.set(name!, lettersIn(objects.get(map)!.stream!))
    }
  }
  return fonts
}

function lettersIn(map: string) {
  const letters = new Map<string, string>()
  for (const [, from, list] of map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi)) {
    for (const [index, [, code]] of [...list!.matchAll(/<([0-9a-f ]*)>/gi)].entries()) {
      const key = (Number.parseInt(from!, 16) + index).toString(16).padStart(4, '0')
      letters.set(key, Buffer.from(code!.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'))
    }
  }
  return letters
}

function spoken(stream: string, fonts: Map<string, Map<string, string>>) {
  let letters: Map<string, string> | undefined
  return stream.replace(/\/(F\d+) [\d.]+ Tf|<([0-9a-f]+)>|EMC|[\s\S]/gi, (token, font, codes) => {
    if (font) letters = fonts.get(font)
    if (token === 'EMC') return '\n'
    return codes ? codes.replace(/.{4}/g, (code: string) => letters?.get(code.toLowerCase()) ?? '') : ''
  })
}
