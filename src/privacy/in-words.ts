import { capitalised } from '../lib/capitalised.ts'
import type { Person, Personal, Plain } from './columns.ts'
import { processors } from './processors.ts'
import {
  isAboutPeople,
  type Outcome,
  outcomeOf,
  type PeopleTable,
  type PersonalColumn,
  personalColumns,
  subjects,
  type Table,
} from './table.ts'
import type { Viewer } from './vocabulary.ts'

/** The declarations as sentences, for people who read a page and not the code. */

const outcomes: Record<Outcome, string> = {
  deleted: 'deleted',
  anonymised: 'kept without your name',
  'as chosen': 'deleted, or kept without your name, as you choose',
}

/** "3 years after it was resolved", "as long as the account and the ticket". */
export function retentionInWords({ retention, columns }: Table) {
  if (!retention) return 'as long as it is useful'
  if ('keep' in retention) return `${retention.keep} after it ${happened(retention.from)}`

  const declared = columns as Record<string, { privacy: Plain | Person | Personal }>
  const owners = [retention.asLongAs].flat().map((name) => {
    const { privacy } = declared[name]!
    return `the ${privacy.is === 'person' ? 'account' : words(name.replace(/Id$/, ''))}`
  })
  return `as long as ${listed(owners)}`
}

/** The same, and why. */
export function retentionWithReason(table: Table) {
  const because = table.retention && 'because' in table.retention ? `: ${table.retention.because}` : ''
  return retentionInWords(table) + because
}

/** What becomes of the rows of a table when their person leaves. */
export function outcomeInWords(table: PeopleTable) {
  const each = subjects(table).map(({ role }) => ({ role, becomes: outcomes[outcomeOf(table, role)!] }))
  if (new Set(each.map(({ becomes }) => becomes)).size === 1) return each[0]!.becomes
  return each.map(({ role, becomes }) => `${becomes} where you are the ${role}`).join('; ')
}

/** What becomes of one column when its person leaves. */
export function fateInWords(table: PeopleTable, { of, onErasure: fate }: PersonalColumn) {
  if (outcomeOf(table, of) === 'deleted' || !fate) return 'deleted'
  if (fate.is === 'cleared') return 'deleted'
  if (fate.is === 'replaced') return `replaced by “${fate.by}”`
  if (fate.is === 'scrubbed') return 'names taken out'
  return `kept: ${fate.because}`
}

/** What a person calls a table. */
export function titleOf(table: Table) {
  return isAboutPeople(table) ? table.title : capitalised(words(table.name))
}

/** Who sees a column besides its owner. */
export function viewersInWords({ seenBy = [] }: { seenBy?: readonly Viewer[] }) {
  return seenBy.length > 0 ? listed(seenBy.map(viewerInWords)) : 'nobody else'
}

/** Who sees anything of a table besides its owner. */
export function viewersOfTable(table: Table) {
  const seenBy = [...new Set(personalColumns(table).flatMap(({ seenBy = [] }) => seenBy))]
  return viewersInWords({ seenBy }) + onceKnown(table)
}

/** From when on those see it who may. */
function onceKnown(table: Table) {
  const [date] = isAboutPeople(table) ? Object.values(table.hiddenUntil ?? {}) : []
  return date ? `, once it ${happened(date)}` : ''
}

/** Its columns by what is told of them: what anyone can know, whom they name, what they say. */
export function columnsInWords(table: Table) {
  const owned = new Map(personalColumns(table).map((column) => [column.column, column]))

  return Object.entries(table.columns).map(([name, { privacy }]) => {
    const own = owned.get(name)
    const column = own ? labelOf(own) : words(name)
    if (own && isAboutPeople(table)) {
      const { of, category, withheld } = own
      return {
        column,
        of,
        category,
        seenBy: viewersInWords(own) + onceKnown(table),
        whenYouLeave: fateInWords(table, own),
        withheld,
      }
    }
    return { column, category: privacy.is === 'person' ? `names the ${privacy.role}` : 'about nobody' }
  })
}

/** What a person calls a column. */
export function labelOf({ column, label }: PersonalColumn) {
  return label ?? words(column)
}

export function words(name: string) {
  return name
    .replaceAll('_', ' ')
    .replace(/([A-Z])/g, ' $1')
    .toLowerCase()
}

/** "a, b and c" */
export function listed(items: readonly string[]) {
  return items.length > 1 ? `${items.slice(0, -1).join(', ')} and ${items.at(-1)}` : (items[0] ?? '')
}

function viewerInWords(viewer: Viewer) {
  if (viewer === 'staff') return 'our staff'
  if (viewer in processors) return processors[viewer as keyof typeof processors].name
  return viewer === 'everyone' ? 'everyone' : `the ${viewer}`
}

function happened(attribute: string) {
  const event = words(attribute.replace(/At$/, ''))
  return event.endsWith('ed') ? `was ${event}` : event.replace(/e?s?$/, 'es')
}
