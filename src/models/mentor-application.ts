import { type CreationOptional, DataTypes, type NonAttribute, Op } from 'sequelize'
import { keyset } from '../lib/keyset.ts'
import { duty, key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { Row } from './row.ts'
import type { User } from './user.ts'

const PAGE = 50
const { order, behind } = keyset({
  table: 'mentor_applications',
  model: 'MentorApplication',
  column: 'created_at',
  attribute: 'createdAt',
  direction: 'asc',
})

/** Somebody asks to be listed as a mentor. What was returned may be sent in again. */
export class MentorApplication extends Row<MentorApplication> {
  declare id: CreationOptional<string>
  declare memberId: string
  declare what: string
  declare why: string
  declare links: CreationOptional<string[]>
  declare state: CreationOptional<'waiting' | 'returned' | 'accepted' | 'refused'>
  /** What our staff wrote back. */
  declare feedback: CreationOptional<string | null>
  declare createdAt: CreationOptional<Date>
  declare decidedBy: CreationOptional<string | null>
  declare decidedAt: CreationOptional<Date | null>
  declare member?: NonAttribute<User>

  /** A screenful of those that wait for us, the oldest on top; `after` is the last one of the page before. */
  static async waiting(after: unknown) {
    const rows = await MentorApplication.findAll({
      attributes: ['id', 'createdAt', 'feedback'],
      where: { [Op.and]: [{ state: 'waiting' }, behind(after)] },
      include: { association: 'member', attributes: ['name'], where: { suspendedAt: null, erasureDueAt: null } },
      order,
      limit: PAGE + 1,
    })
    const applications = rows.slice(0, PAGE)
    return { applications, after: rows.length > PAGE ? applications.at(-1)!.id : undefined }
  }

  get isOpen(): NonAttribute<boolean> {
    return this.state === 'waiting' || this.state === 'returned'
  }
}

const asked = { category: 'correspondence', seenBy: ['staff'] } as const

table(MentorApplication, 'mentor_applications', {
  title: 'Your application as a mentor',
  section: 'mentoring',
  purpose: 'To see who teaches here before others meet them',
  lawfulBasis: 'contract',
  onErasure: 'deleted',
  retention: { asLongAs: 'memberId' },
  exportedAs: 'mentoring/applications.json',
  editedAt: '/mentor/apply',
  columns: {
    id: plain(DataTypes.UUID, key),
    memberId: person('member'),
    what: personal(DataTypes.TEXT, { ...asked, label: 'what you would teach' }),
    why: personal(DataTypes.TEXT, { ...asked, label: 'why you' }),
    links: personal(DataTypes.ARRAY(DataTypes.TEXT), asked, { defaultValue: [] }),
    state: personal(DataTypes.TEXT, { ...asked, category: 'account' }, { defaultValue: 'waiting' }),
    feedback: personal(DataTypes.TEXT, { ...asked, label: 'what we answered' }),
    createdAt: plain(DataTypes.DATE, today),
    decidedBy: duty(),
    decidedAt: plain(DataTypes.DATE),
  },
})
