import { expect } from 'chai'
import { legalDueDate } from '../../src/lib/due.ts'

const due = (from: string) => legalDueDate(new Date(from)).toISOString()

describe('The last day to answer a request about rights (P20)', () => {
  it('is 30 days away when the month is longer', () => {
    expect(due('2026-10-15T12:00:00Z')).to.equal('2026-11-14T12:00:00.000Z')
  })

  it('is a month away in a month of 30 days, which is the same', () => {
    expect(due('2026-11-23T20:22:46Z')).to.equal('2026-12-23T20:22:46.000Z')
  })

  it('is a month away in February, which is sooner', () => {
    expect(due('2026-02-10T09:30:00Z')).to.equal('2026-03-10T09:30:00.000Z')
    expect(due('2028-02-10T09:30:00Z')).to.equal('2028-03-10T09:30:00.000Z')
  })

  it('is the last day of a month that has no such day', () => {
    expect(due('2026-01-31T23:59:59Z')).to.equal('2026-02-28T23:59:59.000Z')
    expect(due('2028-01-31T00:00:00Z')).to.equal('2028-02-29T00:00:00.000Z')
    expect(due('2026-01-29T08:00:00Z')).to.equal('2026-02-28T08:00:00.000Z')
  })

  it('is 30 days after the last day of a month, and at the turn of a year', () => {
    expect(due('2026-08-31T08:00:00Z')).to.equal('2026-09-30T08:00:00.000Z')
    expect(due('2026-12-31T08:00:00Z')).to.equal('2027-01-30T08:00:00.000Z')
  })
})
