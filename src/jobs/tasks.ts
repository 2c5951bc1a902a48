import { bunny } from '../gateways/bunny.ts'
import { files } from '../gateways/files.ts'
import { stripe } from '../gateways/stripe.ts'
import { giveUpMail, sendMail } from '../services/mail/send.ts'
import { arrangeMeeting, giveUpMeeting, giveUpMove, removeMeeting } from '../services/mentoring/meetings.ts'
import { buildExport, giveUpExport } from '../services/privacy/export/build-export.ts'
import { sendEvidence } from '../services/shop/disputes/evidence.ts'
import { handleEvent } from '../services/shop/events.ts'
import { deleteCustomers } from '../services/shop/redactions.ts'
import { sendRefund } from '../services/shop/refunds/send.ts'
import { sendCaptions } from '../services/teaching/captions.ts'
import { videoService } from '../services/teaching/video-service.ts'
import type { TaskName } from './enqueue.ts'
import { runJob } from './runner.ts'
import { schedule } from './schedule.ts'

export type Payload = Record<string, string>
export type Task = {
  run: (payload: Payload, attempt: { number: number }) => Promise<unknown>
  /** What is put right when it has failed for a day. */
  givenUp?: (payload: Payload) => Promise<unknown>
}

/** Everything that is tried until it works, one line each; the files it leads to say what it promises. */
export const tasks: Record<TaskName, Task> = {
  'remove-object': { run: ({ key }) => files.remove(key!) },
  'expire-checkout': { run: ({ session }) => stripe.expireCheckout(session!) },
  'handle-event': { run: ({ event }) => handleEvent(event!, new Date()) },
  'answer-dispute': { run: ({ dispute }) => sendEvidence(dispute!, new Date()) },
  'delete-customers': { run: ({ redaction }) => deleteCustomers(redaction!) },
  'send-refund': { run: ({ refund }) => sendRefund(refund!, new Date()) },
  'run-job': {
    run: ({ job, confirmed }) =>
      runJob(schedule.find(({ name }) => name === job)!, new Date(), { confirmed: confirmed === 'yes' }),
  },
  'send-mail': {
    run: ({ mail }) => sendMail(mail!, new Date()),
    givenUp: ({ mail }) => giveUpMail(mail!, new Date()),
  },
  'build-export': {
    run: (payload) => buildExport(payload.export!, new Date()),
    givenUp: (payload) => giveUpExport(payload.export!, new Date()),
  },
  'remove-video': { run: ({ guid }) => bunny.remove(guid!) },
  'follow-video': {
    run: ({ guid, since }) => videoService.follow(guid!, new Date(since!), new Date()),
    givenUp: ({ guid }) => videoService.giveUp(guid!),
  },
  'make-meeting': {
    run: ({ booking }, { number }) => arrangeMeeting('make-meeting', booking!, number, new Date()),
    givenUp: ({ booking }) => giveUpMeeting(booking!),
  },
  'move-meeting': {
    run: ({ booking }, { number }) => arrangeMeeting('move-meeting', booking!, number, new Date()),
    givenUp: ({ booking }) => giveUpMove(booking!),
  },
  'remove-meeting': { run: ({ number }) => removeMeeting(number!) },
  'send-captions': { run: ({ lesson }) => sendCaptions(lesson!) },
}
