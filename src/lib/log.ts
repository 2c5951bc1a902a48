import { pino } from 'pino'
import { config } from '../config.ts'

// To stderr: what a command answers goes to stdout, where a program may read it.
const where = pino.destination(2)

/** Lines name what happened and ids of rows, never people: no address, no name, no URL, no text. */
export const log = pino({ level: config.logLevel, base: undefined, timestamp: pino.stdTimeFunctions.isoTime }, where)
