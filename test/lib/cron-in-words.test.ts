import { expect } from 'chai'
import { cronInWords } from '../../src/lib/cron-in-words.ts'

describe('cronInWords', () => {
  it('says when a job runs, and leaves alone what it has no words for', () => {
    const said = ['10 3 * * *', '5 * * * *', '*/10 * * * *', '0 0 1 * *'].map(cronInWords)
    expect(said).to.deep.equal(['every day at 03:10 UTC', 'every hour at :05', 'every 10 minutes', '0 0 1 * *'])
  })
})
