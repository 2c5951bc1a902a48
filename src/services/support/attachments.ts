import { StoredFile, type TicketReply } from '../../models/index.ts'
import { withObjects } from '../storage/with-objects.ts'
import type { Attachment } from './inspect.ts'

type Keep = (reply: TicketReply, ownerId: string | null) => Promise<void>

/** Puts files into storage, then does the work that is to `keep` them with a reply, in a transaction; all of it or nothing. */
export function withAttachments<T>(attachments: Attachment[], work: (keep: Keep) => Promise<T>): Promise<T> {
  return withObjects(attachments, (objects, keep) =>
    work(async (reply, ownerId) => {
      const row = { ticketId: reply.ticketId, replyId: reply.id, ownerId, purpose: 'attachment' as const }
      await StoredFile.bulkCreate(objects.map((object) => ({ ...object, ...row, createdAt: reply.createdAt })))
      keep()
    }),
  )
}
