import { expect } from 'chai'
import express, { type RequestHandler } from 'express'
import request from 'supertest'
import { answers } from '../../src/middleware/answers.ts'
import { lastResort, showError } from '../../src/middleware/errors.ts'
import { html } from '../support/visitor.ts'

/** A site whose layout cannot be rendered: nothing has told it what it is called. */
function broken(action: RequestHandler) {
  const app = express()
  app.set('view engine', 'ejs').set('views', 'views')
  return request(app.use(answers, action, showError, lastResort))
}

describe('When not even the page of an error can be shown', () => {
  it('there is one that needs nothing, and tells nothing', async () => {
    const answer = await broken((_req, res) => res.renderPage('home/show')).get('/')

    expect(answer.status).to.equal(500)
    expect(html(answer)('h1').text()).to.equal('Something went wrong here')
    expect(answer.text).not.to.match(/not defined|\.ejs|\.ts/)
    expect(answer.headers['cache-control']).to.equal('no-store')
  })

  it('an answer that has begun breaks off', async () => {
    const { error } = await broken((_req, res, next) => {
      res.write('The first half, ')
      next(new Error('Maya Lindqvist'))
    })
      .get('/')
      .then(
        () => ({ error: undefined }),
        (thrown: Error) => ({ error: thrown }),
      )

    expect(error?.message).to.match(/aborted|hang up/)
  })
})
