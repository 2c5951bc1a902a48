import type { Row } from './snapshot.ts'

/** Hands on rows that come in order of what they are part of, a group at a time, without holding a whole group. */
export async function forEachGroup(
  batches: AsyncGenerator<Row[]>,
  work: (name: string, rows: AsyncIterable<Row[]>) => Promise<void>,
) {
  let rest = await next()

  while (rest.length > 0) {
    const name = String(rest[0]!.partOf)
    await work(name, group(name))
  }

  async function* group(name: string) {
    while (rest.length > 0) {
      const end = rest.findIndex(({ partOf }) => String(partOf) !== name)
      const mine = end < 0 ? rest : rest.slice(0, end)
      if (mine.length > 0) yield mine
      if (end >= 0) {
        rest = rest.slice(end)
        return
      }
      rest = await next()
    }
  }

  async function next(): Promise<Row[]> {
    const { value, done } = await batches.next()
    return done ? [] : value
  }
}
