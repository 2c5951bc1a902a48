import { z } from 'zod'
import { defineForm, text } from '../../lib/form.ts'
import { holdableTables } from '../../services/privacy/retention/legal-hold-service.ts'

const later = () =>
  z.iso.date('Choose a day').refine((day) => new Date(day) > new Date(), 'Choose a day that is still to come')

export const holdForm = defineForm({
  table: z.enum(
    holdableTables.map(({ name }) => name),
    'Choose what kind of record it is',
  ),
  record: z.uuid('Enter the id of the record, as its page shows it'),
  reason: text('Say which claim needs it', { min: 10, max: 1000 }),
  review_on: later(),
})

export const reviewForm = defineForm({ review_on: later() })

export const runForm = defineForm({ job: z.enum(['erase-due-accounts', 'enforce-retention']) })
