declare module 'tar-stream' {
  import type { Readable, Writable } from 'node:stream'

  export type Entry = Readable & { header: { name: string } }
  export function pack(): Readable & {
    entry(header: { name: string; size: number; mode: number }): Writable
    finalize(): void
  }
  export function extract(): Writable & AsyncIterable<Entry>
}
