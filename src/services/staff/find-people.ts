import { Op } from 'sequelize'
import { StaffAction, User } from '../../models/index.ts'
import { FOUND } from '../../models/staff-action.ts'
import { isInReachOf } from './colleagues.ts'

const MOST = 20

/** People with exactly this address, or whose name begins so. Everyone found can read that they were, and by whom. */
export async function findPeople(wanted: string, staff: User, now: Date) {
  const where = wanted.includes('@')
    ? { email: wanted }
    : { name: { [Op.iLike]: `${wanted.replace(/[\\%_]/g, '\\$&')}%` } }
  const found = await User.findAll({ where, order: ['name', 'id'], limit: MOST })
  const people = found.filter((person) => isInReachOf(staff, person))

  const action = { staffId: staff.id, action: FOUND, createdAt: now }
  const reason = wanted.includes('@') ? 'a search for an address' : 'a search for a name'
  const rows = people.length > 0 ? people.map(({ id }) => ({ aboutId: id })) : [{ aboutId: null }]
  await StaffAction.bulkCreate(rows.map((row) => ({ ...action, ...row, reason })))
  return people
}
