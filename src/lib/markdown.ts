import markdownIt, { type Token } from 'markdown-it'

/** Without HTML, and without pictures: they would ask another host for something. */
const parser = markdownIt({ html: false }).disable('image')
const { rules } = parser.renderer

rules.link_open = (tokens, index, options, _env, self) => {
  tokens[index]!.attrSet('rel', 'nofollow ugc noopener')
  return self.renderToken(tokens, index, options)
}
// What may be wider than a telephone scrolls by itself, and can be reached by keyboard to do so.
rules.table_open = () => '<div class="scroll" tabindex="0"><table>'
rules.table_close = () => '</table></div>'
rules.fence = rules.code_block = (tokens, index) =>
  `<pre tabindex="0"><code>${parser.utils.escapeHtml(tokens[index]!.content)}</code></pre>\n`

/** What somebody wrote as HTML, which is safe to show. Its headings stand `under` one of that level. */
export function markdown(text: string, under = 2) {
  const tokens = parser.parse(text, {})
  lowerHeadings(tokens, under)
  return parser.renderer.render(tokens, parser.options, {})
}

/** No level is left out on the way down, whatever was typed: screen readers go from one to the next. */
function lowerHeadings(tokens: Token[], under: number) {
  let level = under
  for (const token of tokens) {
    if (token.type === 'heading_open') level = Math.min(under + Number(token.tag[1]), level + 1, 6)
    if (/^heading_/.test(token.type)) token.tag = `h${level}`
  }
}
