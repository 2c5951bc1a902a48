import { CannotStart } from '../errors.ts'
import { pool } from './pool.ts'

const reasons: Record<string, string> = {
  ECONNREFUSED: 'nothing answers there',
  ENOTFOUND: 'there is no machine of that name',
  EAI_AGAIN: 'the name of the machine could not be looked up',
  ETIMEDOUT: 'it did not answer in time',
  '28P01': 'it refused the user or the password',
  '28000': 'it does not let this user in',
  '3D000': 'it has no database of that name',
  '53300': 'it has no connection left',
  '57P03': 'it is starting up or shutting down',
}

/** Makes sure that the database answers. Throws CannotStart, which tells the reason and never the address. */
export async function reachDatabase() {
  try {
    await pool.query('select 1')
  } catch (error) {
    throw new CannotStart(`The database that DATABASE_URL names cannot be used: ${reasonOf(error)}.`)
  }
}

function reasonOf(error: unknown) {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  if (code.includes('CERT') || code.includes('SELF_SIGNED')) return 'its certificate is not one this machine trusts'
  if (message.includes('does not support SSL')) return 'it does not speak TLS, and sslmode asks for it'
  if (message.includes('timeout')) return reasons.ETIMEDOUT
  return reasons[code] ?? (code || 'it did not let us in')
}
