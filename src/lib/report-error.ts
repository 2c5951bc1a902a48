import { log } from './log.ts'

/** Says what failed and where, never for whom: the text of a database error carries people's values. */
export function reportError(error: unknown, context: Record<string, unknown> = {}) {
  const { name, stack = '' } = error instanceof Error ? error : new Error()
  const frames = stack.split('\n').filter((line) => line.startsWith('    at '))
  const code = (error as { original?: { code?: string; constraint?: string } })?.original

  log.error({ error: name, code: code?.code, constraint: code?.constraint, ...context, frames })
}
