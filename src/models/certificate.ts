import { type CreationOptional, DataTypes, type NonAttribute } from 'sequelize'
import { key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import type { Enrolment } from './enrolment.ts'
import { Row } from './row.ts'

/** That somebody finished a course. Whoever has the code sees what its learner allows. */
export class Certificate extends Row<Certificate> {
  declare id: CreationOptional<string>
  declare enrolmentId: string
  declare learnerId: string
  declare code: string
  declare showsName: CreationOptional<boolean>
  declare issuedAt: CreationOptional<Date>
  declare enrolment?: NonAttribute<Enrolment>

  /** Not once the course was given back. Needs the enrolment loaded. */
  get isValid(): NonAttribute<boolean> {
    return this.enrolment!.isLive
  }
}

table(Certificate, 'certificates', {
  title: 'Certificates',
  section: 'learning',
  purpose: 'To let you show that you finished a course',
  lawfulBasis: 'contract',
  onErasure: 'deleted',
  retention: { asLongAs: 'learnerId' },
  exportedAs: 'learning/certificates.json',
  editedAt: '/learn',
  columns: {
    id: plain(DataTypes.UUID, key),
    enrolmentId: plain(DataTypes.UUID),
    learnerId: person('learner'),
    code: personal(DataTypes.TEXT, { category: 'account', label: 'number', seenBy: ['everyone'] }),
    showsName: personal(
      DataTypes.BOOLEAN,
      { category: 'preference', label: 'shows your name' },
      { defaultValue: false },
    ),
    issuedAt: personal(DataTypes.DATE, { category: 'activity', label: 'issued', seenBy: ['everyone'] }, today),
  },
})
