import { zipSync } from 'fflate'
import sharp from 'sharp'
import { files } from '../../src/gateways/files.ts'
import { createUser } from './factories.ts'
import { signedIn, type Upload } from './visitor.ts'

export const question = { category: 'general', subject: 'A picture', body: 'See here' }
export const picture = (format: 'png' | 'jpeg' | 'webp' | 'gif', width = 20) =>
  sharp({ create: { width, height: 20, channels: 3, background: 'teal' } })
    .toFormat(format)
    .toBuffer()

export const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
export const zip = Buffer.from(zipSync({ 'a.txt': Buffer.from('hello') }))

/** Somebody asks a question that has files with it. */
export async function opened(uploads: Upload[]) {
  const browser = await signedIn(await createUser())
  const response = await browser.upload('/support', question, { attachment: uploads }, '/support/new')
  return { browser, response }
}

/** How many objects are kept, whether or not a row knows of them. */
export const objects = async () => (await Array.fromAsync(files.list())).length

/** For supertest: the bytes of a download as they came. */
export function raw(response: unknown, done: (error: Error | null, body: Buffer) => void) {
  const stream = response as NodeJS.ReadableStream
  const chunks: Buffer[] = []
  stream.on('data', (chunk) => chunks.push(chunk)).on('end', () => done(null, Buffer.concat(chunks)))
}
