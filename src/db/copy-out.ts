import { to } from 'pg-copy-streams'
import { pool } from './pool.ts'

/** Reads what a query answers at the speed of COPY and in flat memory: some rows at a time, each a line, cells by tabs. */
export async function* copyOut(query: string): AsyncGenerator<string[]> {
  const client = await pool.connect()
  let failure: Error | undefined
  try {
    let rest = ''
    for await (const text of client.query(to(`copy (${query}) to stdout`)).setEncoding('utf8')) {
      const lines = (rest + text).split('\n')
      rest = lines.pop()!
      yield lines
    }
  } catch (error) {
    failure = error as Error
    throw error
  } finally {
    client.release(failure)
  }
}
