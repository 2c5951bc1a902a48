import { Op, Transaction } from 'sequelize'
import { together } from '../../../db/together.ts'
import { NotFound } from '../../../errors.ts'
import { enqueue } from '../../../jobs/enqueue.ts'
import type { Client } from '../../../lib/client.ts'
import { legalDueDate } from '../../../lib/due.ts'
import { MOST_DOWNLOADS } from '../../../models/export.ts'
import { Export, ExportDownload, type Ticket, User } from '../../../models/index.ts'

/** A person's export from the request to the day it goes (P20, P21). What is in it is packed by build-export. */
export class ExportService {
  /**
   * Asks for everything we hold, by a ticket that carries the request and will carry its answer. Answers the one that is
   * under way already, if there is one. Throws NotFound when the account has been erased meanwhile.
   */
  ask(user: User, ticket: Ticket, now: Date): Promise<Export> {
    return together(async () => {
      await alone(user)
      const underWay = await this.underWay(user)
      if (underWay) return underWay

      const dueAt = legalDueDate(now)
      const request = await Export.create({ userId: user.id, ticketId: ticket.id, dueAt, createdAt: now })
      await enqueue('build-export', { export: request.id })
      return request
    })
  }

  /** The same from a button: opens the ticket too, unless there is one under way. */
  request(user: User, openTicket: () => Promise<Ticket>, now: Date): Promise<Export> {
    return together(async () => {
      await alone(user)
      return (await this.underWay(user)) ?? this.ask(user, await openTicket(), now)
    })
  }

  underWay({ id }: User) {
    return Export.findOne({ where: { userId: id, status: ['waiting', 'packing'] } })
  }

  /**
   * Takes one of the five downloads and notes it for the owner. False: there is none left, or its week is over, even if
   * nobody has removed the file yet. Two at the same time cannot both take the last.
   */
  takeDownload({ id, userId }: Export, client: Client, now: Date) {
    return together(async () => {
      const left = { status: 'ready' as const, expiresAt: { [Op.gt]: now }, downloads: { [Op.lt]: MOST_DOWNLOADS } }
      const [[, count]] = (await Export.increment('downloads', { where: { id, ...left } })) as unknown as [
        [unknown, number],
      ]
      if (count !== 1) return false

      await ExportDownload.create({ exportId: id, userId, ...client, createdAt: now })
      return true
    })
  }

  /** Ends those whose week is over. Their objects follow by the database's own trigger. */
  async expire(now: Date, { dryRun = false } = {}) {
    const where = { status: 'ready' as const, expiresAt: { [Op.lte]: now } }
    if (dryRun) return { expired: await Export.count({ where }) }

    const [expired] = await Export.update({ status: 'expired', storageKey: null }, { where })
    return { expired }
  }
}

export const exportService = new ExportService()

/** Whoever asks at the same moment waits, and then finds the one that was asked for. */
async function alone({ id }: User) {
  const lock = Transaction.LOCK.NO_KEY_UPDATE
  await User.findByPk(id, { attributes: ['id'], lock, rejectOnEmpty: new NotFound('account') })
}
