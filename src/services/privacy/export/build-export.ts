import { together } from '../../../db/together.ts'
import { files } from '../../../gateways/files.ts'
import { daysAfter } from '../../../lib/due.ts'
import { Export, Ticket } from '../../../models/index.ts'
import { post } from '../../mail/post.ts'
import { ticketService } from '../../support/ticket-service.ts'
import { Archive } from './archive.ts'
import { Packer, parts } from './pack.ts'
import { Snapshot } from './snapshot.ts'

const DAYS_TO_FETCH = 7
const answer = `Everything we hold about you is packed. You find it under Settings, Your data, for ${DAYS_TO_FETCH} days.`

/** Nobody waits for this export any more: its row says so, or is gone with its person. */
class Stopped extends Error {}

/**
 * Packs an export into storage, tells its owner, and answers the ticket (P20). Tried again after whatever went wrong, it
 * begins anew and writes over what the last attempt left; stopped or overtaken by an erasure it leaves nothing behind.
 * Throws Busy while another process is at it.
 */
export async function buildExport(id: string, now: Date) {
  const request = await Export.findByPk(id)
  if (!request?.isUnderWay) return
  await using snapshot = await Snapshot.of(request.userId, id)

  try {
    await move(id, { status: 'packing', parts: parts.length, partsDone: 0, startedAt: now })
    await finish(request, await write(snapshot, id, now))
  } catch (error) {
    await takeBack(id)
    if (!(error instanceof Stopped)) throw error
  }
}

/** After a day of attempts: its owner can ask again, and staff have an alarm. */
export async function giveUpExport(id: string, now: Date) {
  await Export.update({ status: 'failed', finishedAt: now }, { where: { id, status: ['waiting', 'packing'] } })
}

/** The object has the name of its request, so that a later attempt finds and replaces what a killed one left. */
async function write(snapshot: Snapshot, id: string, now: Date) {
  const archive = new Archive(`trellis-export-${now.toISOString().slice(0, 10)}`, now)
  const stored = files.put(id, archive.content)
  stored.catch((error) => archive.abandon(error))

  try {
    await new Packer(snapshot, archive).pack(now, (partsDone) => move(id, { partsDone }))
    const measured = await archive.finish()
    await stored
    return measured
  } catch (error) {
    archive.abandon(error as Error)
    await stored.catch(() => {})
    throw error
  }
}

/** Ready, told, and every ticket that asked for it answered: all of it or none. */
function finish({ id, userId }: Export, { bytes, sha256 }: { bytes: number; sha256: string }) {
  const now = new Date()
  return together(async () => {
    const expiresAt = daysAfter(now, DAYS_TO_FETCH)
    await move(id, { status: 'ready', storageKey: id, bytes, sha256, finishedAt: now, expiresAt })
    await post('export-ready', { userId, aboutId: id })

    const asking = await Ticket.findAll({ where: { requesterId: userId, category: 'export', status: 'open' } })
    for (const ticket of asking) await ticketService.answer(ticket, { body: answer }, now)
  })
}

async function move(id: string, changes: Partial<Export>) {
  const [count] = await Export.update(changes, { where: { id, status: ['waiting', 'packing'] } })
  if (count === 0) throw new Stopped()
}

/** Undoes an attempt, unless it was done after all and only the news of it was lost. */
async function takeBack(id: string) {
  await Export.update({ status: 'waiting', partsDone: 0 }, { where: { id, status: 'packing' } })
  const request = await Export.findByPk(id)
  if (request?.status !== 'ready') await files.remove(id)
}
