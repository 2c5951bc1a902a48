import { config } from '../../config.ts'
import { sequelize } from '../../db/sequelize.ts'
import { ZoomFailed, zoom } from '../../gateways/zoom.ts'
import { enqueue } from '../../jobs/enqueue.ts'
import { log } from '../../lib/log.ts'
import type { Side } from '../../models/booking.ts'
import { Booking, Meeting, type User } from '../../models/index.ts'
import { disclose, pick } from '../privacy/disclosure-service.ts'
import { hold, reserve } from './meeting-hosts.ts'

type Task = 'make-meeting' | 'move-meeting'

const guests = (['mentor', 'mentee'] as const).map((side) => ({
  association: side,
  attributes: ['id', 'name', 'email'],
}))

/**
 * Lets the queue make a meeting at Zoom for a session that has just been agreed, or follow it to another time. One after
 * the other, so that two changes of a session cannot cross at Zoom.
 */
export function letMeet(bookingId: string, task: Task = 'make-meeting', runAt?: Date) {
  return enqueue(task, { booking: bookingId }, { key: `${task} ${bookingId}`, queue: 'zoom', runAt })
}

/**
 * Gives a session a meeting at Zoom at its own time, with a link for each of the two (P11). Tried again it goes on where
 * it broke off: what Zoom had made already is found by its topic. Throws ZoomFailed, and NoHostFree; both may pass.
 */
export function arrangeMeeting(task: Task, bookingId: string, attempt: number, now: Date) {
  return inZoomsTime(
    () => arrange(bookingId, { again: attempt > 1, moved: task === 'move-meeting' }, now),
    (runAt) => letMeet(bookingId, task, runAt),
  )
}

async function arrange(bookingId: string, { again, moved }: { again: boolean; moved: boolean }, now: Date) {
  const booking = await Booking.findByPk(bookingId, { include: [...guests, 'meeting'] })
  if (!booking?.mentor || !booking.mentee || !needsZoom(booking, now)) return again && removeStrays(bookingId)

  const { mentor, mentee } = booking
  const held = booking.meeting && (await hold(booking.meeting, booking, now))
  if (!held && (again || booking.meeting?.number === null)) await removeStrays(bookingId)
  const meeting = held ?? (await reserve(booking, now))
  try {
    if (meeting.number && moved) await zoom.change(meeting.number, timeOf(booking))
    const number = meeting.number ?? (await make(meeting, booking, Boolean(held)))
    if (number) await invite({ ...meeting.get(), number }, { mentor, mentee })
  } catch (error) {
    if (error instanceof ZoomFailed && error.isGone) await meeting.destroy() // the next attempt makes another
    throw error
  }
}

/** After a day nobody waits for it any more: the host is free for others. */
export function giveUpMeeting(bookingId: string) {
  return Meeting.destroy({ where: { bookingId, number: null } })
}

/** A meeting that did not follow its session to another time lets nobody in: without it staff are alarmed in time. */
export function giveUpMove(bookingId: string) {
  return Meeting.destroy({ where: { bookingId } })
}

/** What Zoom asks us to wait for comes back then, and wastes no attempt; all other failures are the queue's. */
async function inZoomsTime(work: () => Promise<unknown>, comeBack: (at: Date) => Promise<unknown>) {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof ZoomFailed && error.retryAt)) throw error
    log.warn({ zoom: error.original.code, until: error.retryAt })
    await comeBack(error.retryAt)
  }
}

export async function removeMeeting(number: string) {
  await inZoomsTime(
    () => zoom.remove(number),
    (runAt) => enqueue('remove-meeting', { number }, { runAt }),
  )
}

/** Undefined, and nothing left at Zoom, where the session was cancelled in the meantime. */
async function make(meeting: Meeting, booking: Booking, maybeMade: boolean) {
  const topic = topicOf(booking.id, meeting.id)
  const made = maybeMade ? await zoom.find(meeting.host, topic) : undefined
  if (made) await zoom.change(made, timeOf(booking))
  const number = made ?? (await zoom.create(meeting.host, topic, timeOf(booking)))

  const [count] = await Meeting.update({ number }, { where: { id: meeting.id } })
  if (count > 0) return number
  await zoom.remove(number)
  return undefined
}

/** Where the row has gone, nothing names what an attempt before may have left on one of the hosts. */
async function removeStrays(bookingId: string) {
  for (const host of config.zoom.hosts) {
    const number = await zoom.find(host, topicOf(bookingId))
    if (number) await zoom.remove(number)
  }
}

/** Agreed and not over, and nobody has given a link by hand. */
function needsZoom(booking: Booking, now: Date) {
  return booking.isToBeMetAt(now) && !booking.meetingLink
}

type Made = { id: string; number: string; mentorLink: string | null; menteeLink: string | null }

/** Hands over name and address of each, and nothing else (P11). Recorded together with the link, and only if it came. */
async function invite({ id, number, ...links }: Made, people: Record<Side, User>) {
  for (const side of ['mentor', 'mentee'] as const) {
    if (links[`${side}Link`]) continue
    const person = people[side]
    await sequelize.transaction(async () => {
      const [told] = await disclose('zoom', 'to let you into your session', person.id, pick(person, 'name', 'email'))
      const { registrant, link } = await zoom.register(number, told)
      await Meeting.update({ [`${side}Registrant`]: registrant, [`${side}Link`]: link }, { where: { id } })
    })
  }
}

/** Says nothing to anyone else: the ends of two ids of ours. All of one session begin alike. */
function topicOf(bookingId: string, meetingId?: string) {
  return `Session ${bookingId.slice(-10)}-${meetingId?.slice(-6) ?? ''}`
}

function timeOf({ startsAt, endsAt }: Booking) {
  return { startsAt, minutes: Math.ceil((endsAt.getTime() - startsAt.getTime()) / 60_000) }
}
