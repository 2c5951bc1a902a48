import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { extract, pack } from 'tar-stream'

const PIECE = 4 * 1024 * 1024

/** One part of an archive: what it is called, and its bytes, to be read before the next part. */
export type Part = { name: string; content: Readable }

/**
 * Writes an archive that every tar can open, readable by its owner alone. A tar has to know how long an entry is before
 * it begins, so a part is cut into entries of 4 MiB, and memory stays flat. The file has its name only once it is whole.
 */
export function createArchive(file: string) {
  const tar = pack()
  const draft = `${file}.partial`
  const written = pipeline(tar, createGzip({ level: 3 }), createWriteStream(draft, { mode: 0o600 }))
  written.catch(() => {})

  async function addPiece(name: string, number: number, bytes: Buffer) {
    const entry = tar.entry({ name: `${name}/${String(number).padStart(6, '0')}`, size: bytes.length, mode: 0o600 })
    await Promise.race([pipeline(Readable.from([bytes]), entry), written])
  }

  return {
    async add(name: string, content: AsyncIterable<Buffer> | Iterable<Buffer>) {
      let number = 0
      for await (const piece of inPieces(content)) await addPiece(name, ++number, piece)
    },

    async finish() {
      tar.finalize()
      await written
      await rename(draft, file)
    },

    async discard() {
      tar.destroy()
      await written.catch(() => {})
      await rm(draft, { force: true })
    },
  }
}

export type Archive = ReturnType<typeof createArchive>

/** Reads an archive from its first part to its last. Throws when the file is cut off, or is none of ours. */
export async function* partsOf(file: string): AsyncGenerator<Part> {
  const entries = entriesOf(file)
  let next = await entries.next()

  while (!next.done) {
    const name = partOf(next.value.name)
    const content = Readable.from(
      (async function* () {
        while (!next.done && partOf(next.value.name) === name) {
          yield* next.value.content
          next = await entries.next()
        }
      })(),
    )
    yield { name, content }
    for await (const _ of content); // what nobody wanted to read
  }
}

async function* entriesOf(file: string): AsyncGenerator<Part, undefined> {
  const tar = extract()
  const read = pipeline(createReadStream(file), createGunzip(), tar)
  read.catch(() => {})
  for await (const entry of tar) yield { name: entry.header.name, content: entry }
  await read
}

function partOf(name: string) {
  return name.replace(/\/\d{6}$/, '')
}

async function* inPieces(content: AsyncIterable<Buffer> | Iterable<Buffer>) {
  let [pieces, length, count] = [[] as Buffer[], 0, 0]
  for await (const bytes of content) {
    pieces.push(bytes)
    length += bytes.length
    if (length < PIECE) continue
    yield Buffer.concat(pieces)
    ;[pieces, length, count] = [[], 0, count + 1]
  }
  if (length > 0 || count === 0) yield Buffer.concat(pieces)
}
