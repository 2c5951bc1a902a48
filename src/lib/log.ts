import { pino } from 'pino'
import { config } from '../config.ts'

/** Lines name what happened and ids of rows, never people: no address, no name, no URL, no text. */
export const log = pino({ level: config.logLevel, base: undefined, timestamp: pino.stdTimeFunctions.isoTime })
