import { enqueue, enqueueAll } from '../../jobs/enqueue.ts'
import { Mail } from '../../models/index.ts'
import type { Template } from './templates.ts'

type Address = { userId?: string; ticketId?: string; aboutId?: string }

/**
 * Posts a letter: to a person, or to the visitor of a ticket, or about a row that says where it goes. It leaves once the
 * current transaction is committed, and is written only then, from what the rows say at that moment.
 */
export async function post(template: Template, { userId, ticketId, aboutId }: Address) {
  const mail = await Mail.create({ template, userId, ticketId, aboutId })
  await enqueue('send-mail', { mail: mail.id })
  return mail
}

/** The same letter to many, in two statements. */
export async function postAll(template: Template, addresses: Address[]) {
  if (addresses.length === 0) return
  const mails = await Mail.bulkCreate(addresses.map((address) => ({ template, ...address })))
  await enqueueAll(
    'send-mail',
    mails.map(({ id }) => ({ mail: id })),
  )
}
