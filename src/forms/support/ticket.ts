import { z } from 'zod'
import { defineForm, text } from '../../lib/form.ts'
import { ticketCategories } from '../../models/ticket.ts'
import { emailAddress } from '../accounts/fields.ts'

const ticket = {
  category: z.enum(ticketCategories, 'Choose what it is about'),
  subject: text('Say in a few words what it is about').refine(isOneLine, 'Please keep this on one line'),
  body: text('Write what you would like to know', { max: 10_000 }),
}

/** Whoever is signed in needs no address: we have one. */
export const ticketForm = defineForm({
  ...ticket,
  email: z
    .unknown()
    .optional()
    .transform((): string | undefined => undefined),
})

export const visitorTicketForm = defineForm({ ...ticket, email: emailAddress() })

function isOneLine(subject: string) {
  return !/\p{Cc}/u.test(subject)
}
