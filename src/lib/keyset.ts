import { literal, type Order } from 'sequelize'
import { validate } from 'uuid'

type List = { table: string; model: string; column: string; attribute: string; direction: 'asc' | 'desc' }

/** A list in the order of a date, read page by page: a page begins behind a row, which its address names by id alone. */
export function keyset({ table, model, column, attribute, direction }: List) {
  const comparison = direction === 'asc' ? '>' : '<'

  return {
    order: [
      [attribute, direction],
      ['id', direction],
    ] as Order,

    behind(id: unknown) {
      return relativeTo(id, comparison)
    },

    /** The same with the row itself on top, for a link to one row in its place. */
    beginningAt(id: unknown) {
      return relativeTo(id, `${comparison}=`)
    },
  }

  function relativeTo(id: unknown, operator: string) {
    if (!validate(id)) return {}
    const here = `select "${column}", id from "${table}" where id = '${id}'`
    return literal(`("${model}"."${column}", "${model}"."id") ${operator} (${here})`)
  }
}
