import { columnOf, sql } from '../../../../lib/sql.ts'
import { tablesAboutPeople } from '../../../../privacy/data-map.ts'
import { type Processor, processors } from '../../../../privacy/processors.ts'
import { personalColumns } from '../../../../privacy/table.ts'
import { broken, type Check, count, kept } from './check.ts'

type Passed = { processor: string; field: string; times: number }

/** P06: all that ever left the house went to a company on the list. */
export const nothingSold: Check = async () => {
  const passed = await passedOn()
  const strangers = passed.filter(({ processor }) => !(processor in processors))
  const used = new Set(passed.map(({ processor }) => processor)).size
  const figure = `${used} of ${count(Object.keys(processors).length, 'declared company', 'declared companies')} in use, none besides`
  return strangers.length ? broken(`data went to ${count(strangers.length, 'stranger')}`) : kept(figure)
}

/** P13: the company that carries our mail was given no field but those declared for it. */
export const mailProvider: Check = async () => {
  const passed = (await passedOn()).filter(({ processor }) => processor === 'mail')
  const declared = fieldsFor('mail')
  const undeclared = passed.filter(({ field }) => !declared.has(field))
  const fields = new Set(passed.map(({ field }) => field))
  const figure = `${count(fields.size, 'field')} passed on, ${undeclared.length} undeclared`
  return undeclared.length ? broken(figure) : kept(figure)
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
