import { inflateSync } from 'node:zlib'

const HEADER = { woff: 44, sfnt: 12 }
const ENTRY = { woff: 20, sfnt: 16 }

/** A font as it was before it was packed into a WOFF file. Who reads the packed one unpacks a table for each letter. */
export function unpackedFont(woff: Buffer) {
  const number = woff.readUInt16BE(12)
  const entries = Array.from({ length: number }, (_, index) => {
    const at = HEADER.woff + index * ENTRY.woff
    const [offset, packed, length] = [4, 8, 12].map((place) => woff.readUInt32BE(at + place)) as [
      number,
      number,
      number,
    ]
    const bytes = woff.subarray(offset, offset + packed)
    return {
      tag: woff.subarray(at, at + 4),
      sum: woff.readUInt32BE(at + 16),
      table: packed < length ? inflateSync(bytes) : bytes,
    }
  })

  const directory = Buffer.alloc(HEADER.sfnt + number * ENTRY.sfnt)
  const power = 31 - Math.clz32(number)
  directory.writeUInt32BE(woff.readUInt32BE(4), 0)
  for (const [index, value] of [number, 16 << power, power, (number - (1 << power)) * 16].entries())
    directory.writeUInt16BE(value, 4 + index * 2)

  const tables: Buffer[] = []
  let offset = directory.length
  for (const [index, { tag, sum, table }] of entries.entries()) {
    const at = HEADER.sfnt + index * ENTRY.sfnt
    tag.copy(directory, at)
    for (const [place, value] of [sum, offset, table.length].entries())
      directory.writeUInt32BE(value, at + 4 + place * 4)
    const padding = Buffer.alloc((4 - (table.length % 4)) % 4)
    tables.push(table, padding)
    offset += table.length + padding.length
  }
  return Buffer.concat([directory, ...tables])
}
