import { createReadStream } from 'node:fs'
import { together } from '../../db/together.ts'
import { files } from '../../gateways/files.ts'
import type { Attachment } from '../support/inspect.ts'

export type Kept = Attachment & { storageKey: string }

/**
 * Puts files into storage, then does the work that writes a row for each and says so by `keep`, in a transaction. Where it
 * fails or keeps none, the objects are taken away again: there is never a row without its object, nor for long an object
 * without its row.
 */
export async function withObjects<T>(
  attachments: Attachment[],
  work: (objects: Kept[], keep: () => void) => Promise<T>,
): Promise<T> {
  const objects = attachments.map((attachment) => ({ ...attachment, storageKey: files.newKey() }))
  let kept = false

  try {
    for (const { storageKey, path } of objects) await files.put(storageKey, createReadStream(path))
    return await together(() =>
      work(objects, () => {
        kept = true
      }),
    )
  } catch (error) {
    kept = false
    throw error
  } finally {
    if (!kept) await Promise.all(objects.map(({ storageKey }) => files.remove(storageKey)))
  }
}
