import { expect } from 'chai'
import { part, prepare } from '../../src/lib/prepared.ts'
import { Course, User } from '../../src/models/index.ts'
import { createCourse } from '../support/course-factories.ts'

describe('A prepared statement', () => {
  it('is bound by names, each as often as it stands there', async () => {
    const sum = prepare<{ sum: number }>('select $one::int + $other::int + $one::int as sum')

    expect(await sum({ one: 1, other: 10 })).to.deep.equal([{ sum: 12 }])
    expect(await sum({ other: 20, one: 2 })).to.deep.equal([{ sum: 24 }])
  })

  it('makes models again of what it finds, and null of whom it does not', async () => {
    const { id } = await createCourse({ authorId: null, status: 'closed', priceMinor: 4900 })
    const [course, author] = [part(Course, 'c'), part(User, 'a', ['id', 'name'])]
    const find = prepare<object>(
      `select ${course.columns}, ${author.columns} from courses c left join users a on a.id = c.author_id where c.id = $id`,
    )
    const [row] = await find({ id })

    expect(course.of(row!)!.get()).to.deep.equal((await Course.findByPk(id))!.get())
    expect(course.of(row!)!.isPublished).to.equal(false)
    expect(author.of(row!)).to.equal(null)
  })
})
