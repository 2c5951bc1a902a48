import { z } from 'zod'
import { defineForm } from '../../lib/form.ts'
import { outcomes } from '../../models/booking.ts'
import { meetingLink } from '../mentoring/booking.ts'
import { reason } from './desk.ts'

export const sessionLinkForm = defineForm({ link: meetingLink, reason })

export const outcomeForm = defineForm({ outcome: z.enum(outcomes, 'Choose one of these'), reason })
