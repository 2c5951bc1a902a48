import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'

const views = globSync('views/**/*.ejs')
const pages = views.filter((view) => !/\/_|^views\/(layouts|mail|shared)\/|contents\.ejs$/.test(view))
/** What travels and has to look right where it can load nothing: letters, and the page inside an export. */
const travelling = ['views/layouts/mail.ejs', 'views/privacy/exports/contents.ejs']
const pagesAndParts = views.filter((view) => !view.endsWith('.text.ejs'))
const letters = globSync('views/mail/*.ejs').filter((view) => !path.basename(view).startsWith('_'))

describe('Every view', () => {
  it('that is a page sets its title before anything else', () => {
    const untitled = pages.filter((view) => !/^(?:<%#[\s\S]*?%>\s*)?<% view\.title = /.test(read(view)))

    expect(pages).to.have.lengthOf.above(20)
    expect(untitled).to.deep.equal([])
  })

  it('has no script and no style inside, but for what travels', () => {
    const inline = /<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=|javascript:/i
    expect(views.filter((view) => !travelling.includes(view) && inline.test(read(view)))).to.deep.equal([])
  })

  it('with a form that posts carries the token of the session', () => {
    const unguarded = views.filter((view) =>
      [...read(view).matchAll(/<form\b[^>]*method="post"[\s\S]*?<\/form>/gi)].some(([form]) => !isGuarded(form)),
    )
    expect(unguarded).to.deep.equal([])
  })

  it('prints nothing unescaped but parts of pages and what our own helpers made', () => {
    const trusted = /\binclude\(|^(?:when|current|markdown|zoneOptions)\(|^(?:body|polling)$|aria-|attributes/
    const raw = pagesAndParts.flatMap((view) =>
      [...read(view).matchAll(/<%-\s*([\s\S]*?)-?%>/g)]
        .filter(([, expression]) => !trusted.test(expression!.trim()))
        .map(([, expression]) => `${view}: ${expression!.trim()}`),
    )
    expect(raw).to.deep.equal([])
  })

  it('that is a letter has a text and an HTML body', () => {
    const names = (bodies: string[]) => new Set(bodies.map((view) => path.basename(view).replace(/\.ejs$/, '')))
    const html = names(letters.filter((view) => !view.endsWith('.text.ejs')))
    const text = names(letters.filter((view) => view.endsWith('.text.ejs')))

    expect([...text].map((name) => name.replace(/\.text$/, '')).sort()).to.deep.equal([...html].sort())
  })
})

/** By the token, or by another proof that stands in a partial of the form; mail programs and the page of components have none. */
function isGuarded(form: string) {
  return /_csrf|_proof|action="(?:#|\/unsubscribe\/)/.test(form)
}

function read(view: string) {
  return readFileSync(view, 'utf8')
}
