import { Readable } from 'node:stream'
import { fileTypeFromBuffer } from 'file-type'

/** So many bytes tell every kind of file. */
const ENOUGH = 4100

/** What cameras and editors make. Bunny would take more, and hardly anybody sends it. */
const taken = ['video/mp4', 'video/x-m4v', 'video/quicktime', 'video/webm', 'video/matroska', 'video/x-matroska']

/** Looks at how a file begins. Answers all of it, or undefined where it is no film that we take. */
export async function openedAsFilm(content: Readable) {
  const chunks = content[Symbol.asyncIterator]()
  let head = Buffer.alloc(0)
  while (head.length < ENOUGH) {
    const { done, value } = await chunks.next()
    if (done) break
    head = Buffer.concat([head, value])
  }

  const type = await fileTypeFromBuffer(head)
  return type && taken.includes(type.mime) ? Readable.from(whole()) : undefined

  async function* whole() {
    yield head
    yield* chunks
  }
}
