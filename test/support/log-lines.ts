import { pino } from 'pino'
import { log } from '../../src/lib/log.ts'

/** For every test of a file: all that the log would say, however little is wanted of it elsewhere. */
export function hearLog() {
  const stream = (log as unknown as Record<symbol, { write(line: string): void }>)[pino.symbols.streamSym]!
  const [level, write] = [log.level, stream.write]
  const lines: string[] = []

  before(() => {
    log.level = 'trace'
    stream.write = (line) => lines.push(line)
  })

  after(() => {
    log.level = level
    stream.write = write
  })

  return lines
}
