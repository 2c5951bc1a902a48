import { sql } from '../../../../lib/sql.ts'
import { broken, type Check, count, type Finding, kept, watched } from './check.ts'
import type { Trial } from './trial-export.ts'

const inTrial =
  (look: (trial: Trial) => Promise<Finding> | Finding): Check =>
  async ({ trial }) => {
    const packed = await trial()
    return packed ? look(packed) : watched('no account to try it with yet')
  }

/** P15: an export tried tonight holds the account. */
export const accountInExport = inTrial(({ files }) => {
  const account = files.find(({ file }) => file === 'account/account.json')
  const figure = `an export tried tonight: ${count(files.length, 'file')}`
  return account && account.bytes > '[]\n'.length ? kept(figure) : broken('the account is missing from an export')
})

/** P16: it holds the table of purchases, and for each invoice a PDF with something in it. */
export const invoicesInExport = inTrial(async ({ person, files }) => {
  const { rows } = await sql<{ number: string }>('select number from invoices where buyer_id = $person', { person })
  const large = new Set(files.filter(({ bytes }) => bytes > 5000).map(({ file }) => file))
  const there = rows.filter(({ number }) => large.has(`purchases/invoices/${number}.pdf`)).length
  const figure = `${there} of ${count(rows.length, 'invoice')} as PDF in the export tried tonight`
  const listed = files.some(({ file }) => file === 'purchases/orders.csv')
  return listed && there === rows.length ? kept(figure) : broken(figure)
})

/** P17: it holds a text for each conversation. */
export const conversationsInExport = inTrial(async ({ person, files }) => {
  const { rows } = await sql<{ conversations: number }>(
    'select count(distinct ticket_id)::int as conversations from ticket_replies where requester_id = $person',
    { person },
  )
  const texts = files.filter(({ file }) => file.endsWith('.txt') && !file.startsWith('uploads/')).length
  const { conversations } = rows[0]!
  const figure = `${count(conversations, 'conversation')}, ${count(texts, 'text')} in the export tried tonight`
  return texts === conversations ? kept(figure) : broken(figure)
})

/** P18: it holds a file of their reviews and one of their comments, neither empty where they wrote something. */
export const wordsInExport = inTrial(async ({ person, files }) => {
  const { rows } = await sql<{ reviews: number; comments: number }>(
    `select (select count(*) from reviews where writer_id = $person)::int as reviews,
       (select count(*) from comments where writer_id = $person)::int as comments`,
    { person },
  )
  const { reviews, comments } = rows[0]!
  const holds = (name: string, number: number) =>
    files.some(({ file, bytes }) => file === `words/${name}.json` && (number === 0 || bytes > '[]\n'.length))
  const figure = `${count(reviews, 'review')}, ${count(comments, 'comment')} in the export tried tonight`
  return holds('reviews', reviews) && holds('comments', comments) ? kept(figure) : broken(`not all of ${figure}`)
})

/** P19: it holds each upload, with the sum it had when it came. */
export const uploadsInExport = inTrial(async ({ person, files }) => {
  const { rows } = await sql<{ sha256: string }>('select sha256 from files where owner_id = $person', { person })
  if (rows.length === 0) return watched('nobody has given us a file yet')
  const packed = new Set(files.filter(({ file }) => file.startsWith('uploads/')).map(({ sha256 }) => sha256))
  const same = rows.filter(({ sha256 }) => packed.has(sha256)).length
  const figure = `${same} of ${count(rows.length, 'upload')} the same in the export tried tonight`
  return same === rows.length ? kept(figure) : broken(figure)
})

/** P26: next to each JSON file stands the schema that says how to read it. */
export const schemasInExport = inTrial(({ files }) => {
  const names = new Set(files.map(({ file }) => file))
  const data = [...names].filter((file) => file.endsWith('.json') && !file.startsWith('schemas/'))
  const described = data.filter((file) => names.has(`schemas/${file.replace(/\.json$/, '.schema.json')}`))
  const figure = `${described.length} of ${count(data.length, 'JSON file')} with a schema`
  return described.length === data.length ? kept(figure) : broken(figure)
})

const DAYS_TO_WORRY = 7

/** P20: none is late; one that is older than a week is watched. */
export const exportsInTime: Check = async ({ now }) => {
  const { rows } = await sql<{ waiting: number; late: number; days: number | null }>(
    `select count(*)::int as waiting, count(*) filter (where due_at < $now)::int as late,
       extract(day from $now::timestamptz - min(created_at))::int as days
     from exports where status in ('waiting', 'packing', 'failed') and not exists (
       select from exports later where later.user_id = exports.user_id and later.created_at > exports.created_at)`,
    { now: now.toISOString() },
  )
  const { waiting, late, days } = rows[0]!
  if (late) return broken(`${count(late, 'export')} late`)
  if (!waiting) return kept('no export is waiting')
  const figure = `${count(waiting, 'export')} waiting, the oldest for ${count(days!, 'day')}`
  return days! >= DAYS_TO_WORRY ? watched(figure) : kept(figure)
}

/** P21: each request stands in a ticket, however it was asked for. */
export const exportsByTicket: Check = async () => {
  const { rows } = await sql<{ requests: number; without: number }>(`
    select count(*)::int as requests,
      count(*) filter (where status in ('waiting', 'packing') and ticket_id is null)::int as without from exports`)
  const { requests, without } = rows[0]!
  const figure = `${count(requests, 'request')}, ${without} open without a ticket`
  return without ? broken(figure) : kept(figure)
}
