import { createHash } from 'node:crypto'
import { files } from '../src/gateways/files.ts'
import { legalDueDate } from '../src/lib/due.ts'
import { newReference } from '../src/lib/reference.ts'
import { StoredFile, Ticket, TicketNote, TicketReply, User } from '../src/models/index.ts'
import { type Line, tickets } from './conversations.ts'

const HOUR = 60 * 60 * 1000

/** What people of the demo asked lately, and what was answered, each so many hours ago. */
export async function seedTickets(now: Date) {
  const people = new Map((await User.findAll()).map((user) => [user.email, user]))
  const before = (hours: number) => new Date(now.getTime() - hours * HOUR)

  for (const { by, lines, notes = [], ...terms } of tickets) {
    const requester = people.get(by)
    const createdAt = before(lines[0]!.ago)
    const assigneeId = people.get(lines.find(({ staff }) => staff)?.staff ?? '')?.id ?? null
    const ticket = await Ticket.create({
      ...terms,
      ...(requester ? { requesterId: requester.id } : { visitorEmail: by }),
      ref: newReference('TR'),
      assigneeId,
      dueAt: terms.queue === 'privacy' ? legalDueDate(createdAt) : new Date(createdAt.getTime() + 72 * HOUR),
      resolvedAt: terms.status === 'resolved' ? before(lines.at(-1)!.ago) : null,
      createdAt,
    })
    for (const line of lines) {
      const reply = await TicketReply.create({ ...written(ticket, line), side: line.staff ? 'staff' : 'requester' })
      if (line.attached) await attach(reply, line.attached)
    }
    for (const line of notes) await TicketNote.create(written(ticket, line))
  }

  function written({ id, requesterId }: Ticket, { ago, staff, body }: Line) {
    const staffId = people.get(staff ?? '')?.id ?? null
    return { ticketId: id, requesterId, staffId, body, createdAt: before(ago) }
  }
}

async function attach(
  { id, ticketId, requesterId, createdAt }: TicketReply,
  { name, text }: { name: string; text: string },
) {
  const [content, storageKey] = [Buffer.from(text), files.newKey()]
  await files.put(storageKey, content)
  await StoredFile.create({
    ...{ ownerId: requesterId, ticketId, replyId: id, purpose: 'attachment', storageKey, createdAt },
    ...{ name, mediaType: 'text/plain', bytes: content.length },
    sha256: createHash('sha256').update(content).digest('hex'),
  })
}
