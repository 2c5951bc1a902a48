import type pg from 'pg'
import { Sequelize, type Transaction } from 'sequelize'
import { sequelize } from './sequelize.ts'

/** PostgreSQL let one of two go that waited for each other. */
const DEADLOCK = '40P01'

/** Sequelize's types keep quiet about it. */
type UnderWay = Transaction & { connection: pg.Client }

/** Runs the work in the transaction that is under way, or else in one of its own. */
export function together<Result>(work: () => Promise<Result>): Promise<Result> {
  return isTogether() ? work() : sequelize.transaction(work)
}

/**
 * The same; should PostgreSQL let it go for another, as each waited for the other, it is done once more from the start. Not
 * where it is part of something larger, of which nothing is left then either.
 */
export async function togetherOrAgain<Result>(work: () => Promise<Result>): Promise<Result> {
  if (isTogether()) return work()
  try {
    return await sequelize.transaction(work)
  } catch (error) {
    if (!isDeadlock(error)) throw error
    return sequelize.transaction(work)
  }
}

/** Whether a transaction is under way. */
export function isTogether() {
  return underWay() !== undefined
}

/** The connection of the transaction that is under way, if there is one. */
export function connectionTogether() {
  return underWay()?.connection
}

function isDeadlock(error: unknown) {
  return (error as { original?: { code?: string } }).original?.code === DEADLOCK
}

function underWay() {
  const cls = (Sequelize as unknown as { _cls?: { get(key: string): UnderWay | undefined } })._cls
  return cls?.get('transaction')
}
