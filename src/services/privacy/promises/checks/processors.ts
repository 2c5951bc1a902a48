import { Op } from 'sequelize'
import { v4 } from 'uuid'
import { bunny } from '../../../../gateways/bunny.ts'
import { columnOf, sql } from '../../../../lib/sql.ts'
import { Meeting, Video } from '../../../../models/index.ts'
import { tablesAboutPeople } from '../../../../privacy/data-map.ts'
import { type Processor, processors } from '../../../../privacy/processors.ts'
import { personalColumns } from '../../../../privacy/table.ts'
import { broken, type Check, count, kept, watched } from './check.ts'

const forZoom = ['users.name', 'users.email']
const forStripe = [
  ...['users.name', 'users.email', 'order_items.title'],
  ...['order_items.delivered_at', 'lesson_progress.beat_at'],
]
const HOUR = 60 * 60 * 1000

type Passed = { processor: string; field: string; times: number }

/** P06: all that ever left the house went to a company on the list. */
export const nothingSold: Check = async () => {
  const passed = await passedOn()
  const strangers = passed.filter(({ processor }) => !(processor in processors))
  const used = new Set(passed.map(({ processor }) => processor)).size
  const figure = `${used} of ${count(Object.keys(processors).length, 'declared company', 'declared companies')} in use, none besides`
  return strangers.length ? broken(`data went to ${count(strangers.length, 'stranger')}`) : kept(figure)
}

/** P11: Zoom was given names and addresses and nothing else, and keeps no meeting whose session was over a day ago. */
export const zoomGuests: Check = async ({ now }) => {
  const others = (await passedOn()).filter(({ processor, field }) => processor === 'zoom' && !forZoom.includes(field))
  const left = await Meeting.count({ where: { busyUntil: { [Op.lt]: new Date(now.getTime() - 24 * HOUR) } } })
  const figure = `name and address, ${count(others.length, 'other field')}; ${count(left, 'meeting')} left over`
  if (others.length > 0) return broken(figure)
  return left > 0 ? watched(figure) : kept(figure)
}

/** P10: of a person Stripe was told name and address, what they buy, and that they got it where a bank asks it back. */
export const stripeTold: Check = async () => {
  const others = (await passedOn()).filter(
    ({ processor, field }) => processor === 'stripe' && !forStripe.includes(field),
  )
  const figure = `name, address and titles, ${count(others.length, 'other field')}`
  return others.length > 0 ? broken(figure) : kept(figure)
}

/**
 * P12: in one hour everybody is given the same address of a video; neither it nor anything else that Bunny was handed
 * says who they are.
 */
export const nobodyWatching: Check = async ({ now }) => {
  const guid = (await Video.findOne({ where: { state: 'ready' }, attributes: ['guid'] }))?.guid ?? v4()
  const hour = Math.floor(now.getTime() / HOUR) * HOUR
  const [first, last] = [hour, hour + HOUR - 1].map((time) => addressesOf(guid, new Date(time)))
  if (first !== last) return broken('two people in the same hour were given different addresses')
  if (await namesSomebody(first!)) return broken('an address of a video names somebody')

  const { figure, undeclared } = await handedTo('bunny')
  return undeclared ? broken(figure) : kept(`the same address for everybody in an hour, ${figure}`)
}

/** P13: the company that carries our mail was given no field but those declared for it. */
export const mailProvider: Check = async () => {
  const { figure, undeclared } = await handedTo('mail')
  return undeclared ? broken(figure) : kept(figure)
}

async function handedTo(company: Processor) {
  const passed = (await passedOn()).filter(({ processor }) => processor === company)
  const declared = fieldsFor(company)
  const undeclared = passed.filter(({ field }) => !declared.has(field)).length
  const fields = new Set(passed.map(({ field }) => field))
  return { figure: `${count(fields.size, 'field')} passed on, ${undeclared} undeclared`, undeclared }
}

function addressesOf(guid: string, now: Date) {
  return `${bunny.embedUrl(guid, now)} ${bunny.filmUrl(guid, now)}`
}

/** Whether anyone's id, email or name stands in there. A very short name may stand in any row of letters. */
async function namesSomebody(addresses: string) {
  const { rows } = await sql(
    `select from users where position(id::text in $read) > 0 or position(lower(email::text) in $read) > 0
     or (length(name) > 5 and position(lower(name) in $read) > 0) limit 1`,
    { read: decodeURIComponent(addresses).toLowerCase() },
  )
  return rows.length > 0
}

async function passedOn() {
  const { rows } = await sql<Passed>(`
    select processor, field, count(*)::int as times from disclosures, unnest(fields) as field group by 1, 2`)
  return rows
}

/** Both as models and as the database spell them. */
function fieldsFor(processor: Processor) {
  const columns = tablesAboutPeople.flatMap((table) =>
    personalColumns(table)
      .filter(({ seenBy }) => seenBy?.includes(processor))
      .flatMap(({ column }) => [`${table.name}.${column}`, `${table.name}.${columnOf(table, column)}`]),
  )
  return new Set(columns)
}
