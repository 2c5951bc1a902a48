import { createReadStream } from 'node:fs'
import { together } from '../../db/together.ts'
import { files } from '../../gateways/files.ts'
import { StoredFile, type TicketReply } from '../../models/index.ts'
import type { Attachment } from './inspect.ts'

type Keep = (reply: TicketReply, ownerId: string | null) => Promise<void>

/**
 * Puts files into storage, then does the work that is to `keep` them, in a transaction. Where it fails or keeps none, the
 * objects are taken away again: there is never a row without its object, nor for long an object without its row.
 */
export async function withAttachments<T>(attachments: Attachment[], work: (keep: Keep) => Promise<T>): Promise<T> {
  const objects = attachments.map((attachment) => ({ ...attachment, storageKey: files.newKey() }))
  let kept = false

  try {
    for (const { storageKey, path } of objects) await files.put(storageKey, createReadStream(path))
    return await together(() =>
      work(async (reply, ownerId) => {
        const row = { ticketId: reply.ticketId, replyId: reply.id, ownerId, purpose: 'attachment' as const }
        await StoredFile.bulkCreate(objects.map((object) => ({ ...object, ...row, createdAt: reply.createdAt })))
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
