/** Archiver 8 brings no types, and @types/archiver still describes 7. */
declare module 'archiver' {
  import type { Readable, Transform } from 'node:stream'

  export class ZipArchive extends Transform {
    constructor(options?: { zlib?: { level: number } })
    append(source: Readable | string, entry: { name: string; date?: Date; store?: boolean }): this
    finalize(): Promise<void>
  }
}
