import { expect } from 'chai'
import { load } from 'cheerio'
import { markdown } from '../../src/lib/markdown.ts'

const read = (text: string, under?: number) => load(markdown(text, under))

describe('What somebody wrote in Markdown', () => {
  it('shows HTML as it was typed, and leads nowhere that runs a script', () => {
    const $ = read('<script>alert(1)</script>\n\n[one](javascript:alert(1)) [two](data:text/html,x) <b onclick=x>b</b>')

    expect($('script, a, b')).to.have.lengthOf(0)
    expect($('body').text()).to.contain('<script>').and.contain('<b onclick')
  })

  it('asks no other host for a picture (P05)', () => {
    expect(read('![a cat](https://cats.example/1.png)')('img')).to.have.lengthOf(0)
  })

  it('follows its links without telling search engines that we mean them', () => {
    expect(read('[here](https://a.example)')('a').attr('rel')).to.equal('nofollow ugc noopener')
  })

  it('lets its headings stand under that of the page, and leaves out no level', () => {
    const headings = (text: string, under?: number) =>
      read(
        text,
        under,
      )('h1, h2, h3, h4, h5, h6')
        .get()
        .map(({ tagName }) => tagName)

    expect(headings('# a\n\n### b\n\n## c\n\n# d')).to.deep.equal(['h3', 'h4', 'h4', 'h3'])
    expect(headings('###### a', 1)).to.deep.equal(['h2'])
  })
})
