import { files } from '../../../gateways/files.ts'
import type { Row } from './snapshot.ts'

type Upload = { key: string; path: string }

/** The files that somebody uploaded: each gets a name of its own in the export, and is copied byte for byte (P19). */
export class Uploads {
  readonly found: Upload[] = []
  readonly missing: string[] = []
  private readonly taken = new Set<string>()

  /** Says of each row where its object is going to be; where there is none any more, nowhere. */
  async *place(batches: AsyncIterable<Row[]>) {
    for await (const rows of batches) {
      const placed: Row[] = []
      for (const { objectKey, partOf, ...row } of rows)
        placed.push({ ...row, file: await this.pathFor(row, objectKey, partOf) })
      yield placed
    }
  }

  private async pathFor(row: Row, key: unknown, partOf: unknown) {
    const path = this.free(`uploads/${safe(partOf ?? row.purpose)}`, safe(row.name))
    if (typeof key === 'string' && (await files.exists(key))) {
      this.found.push({ key, path })
      return path
    }
    this.missing.push(path)
    return null
  }

  /** Systems that do not tell capitals apart would write one over the other. */
  private free(folder: string, name: string) {
    const [stem, extension] = [name.replace(/\.[^.]*$/, ''), /\.[^.]*$/.exec(name)?.[0] ?? '']
    let path = `${folder}/${name}`
    for (let n = 2; this.taken.has(path.toLowerCase()); n++) path = `${folder}/${stem} (${n})${extension}`
    this.taken.add(path.toLowerCase())
    return path
  }
}

/** A name that no system takes for a path, a device, or something hidden. */
function safe(given: unknown) {
  const name = String(given ?? '')
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}"*/:<>?\\|]/gu, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '')
    .slice(-100)
  const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(name)
  return reserved ? `_${name}` : name || 'file'
}
