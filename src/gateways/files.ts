import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { v4 } from 'uuid'
import { config } from '../config.ts'
import { CannotStart } from '../errors.ts'

let disk: Promise<Disk> | undefined

/**
 * What people uploaded and what we packed for them: a folder that only we can read, or a private S3 bucket. A key is
 * random and tells nothing; what an object is, and whose, stands in the row that has its key.
 */
export const files = {
  /** A key that no object has. */
  newKey: () => v4(),

  /** Writes all of it or nothing: half an object is taken away again before the error goes on. */
  async put(key: string, content: Buffer | Readable) {
    try {
      await write(key, content)
    } catch (error) {
      await files.remove(key).catch(() => {})
      throw error
    }
  },

  /** Throws when there is no such object, before the first byte has been read. */
  async get(key: string): Promise<Readable> {
    await files.size(key)
    return (await storage()).getStream(key)
  },

  exists: async (key: string) => (await storage()).exists(key),

  /** In bytes. */
  size: async (key: string) => (await (await storage()).getMetaData(key)).contentLength,

  /** What is gone already may be removed again. */
  remove: async (key: string) => (await storage()).delete(key),

  /** Every key there is. */
  async *list() {
    let paginationToken: string | undefined
    do {
      const page = await (await storage()).listAll('', { recursive: true, paginationToken })
      for (const object of page.objects) if (object.isFile) yield object.key
      paginationToken = page.paginationToken
    } while (paginationToken)
  },
}

/** Opens the storage, so that a start can refuse one that is not there. Throws CannotStart. */
export async function storage() {
  disk ??= config.files.driver === 's3' ? bucket() : folder()
  return disk
}

async function folder() {
  await mkdir(config.dataDir, { recursive: true, mode: 0o711 })
  const location = `${config.dataDir}/files`
  await mkdir(location, { recursive: true, mode: 0o700 })
  return new Disk(new FSDriver({ location, visibility: 'private' }))
}

async function bucket() {
  const { S3Driver } = await import('flydrive/drivers/s3').catch(() => {
    throw new CannotStart(
      'FILES_DRIVER=s3 needs two packages more: npm install @aws-sdk/client-s3 @aws-sdk/s3-request-presigner.',
    )
  })
  const { bucket, region, endpoint, accessKey, secretKey } = config.files.s3
  const credentials = accessKey && secretKey ? { accessKeyId: accessKey, secretAccessKey: secretKey } : undefined
  const options = { bucket: bucket!, region, endpoint, credentials, supportsACL: false, visibility: 'private' as const }
  return new Disk(new S3Driver(options))
}

async function write(key: string, content: Buffer | Readable) {
  const disk = await storage()
  if (Buffer.isBuffer(content)) await disk.put(key, content)
  else if (config.files.driver === 's3') await measureThenWrite(disk, key, content)
  else await disk.putStream(key, content)
}

/** S3 wants to know the length of a stream before its first byte. */
async function measureThenWrite(disk: Disk, key: string, content: Readable) {
  const draft = await mkdtemp(`${tmpdir()}/trellis-upload-`)
  try {
    await pipeline(content, createWriteStream(`${draft}/object`, { mode: 0o600 }))
    const { size: contentLength } = await stat(`${draft}/object`)
    await disk.putStream(key, createReadStream(`${draft}/object`), { contentLength })
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}
