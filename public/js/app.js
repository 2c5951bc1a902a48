// Everything works without this file. It only makes a few things kinder.

// Chromium up to 143 refuses the second argument with which htmx 4.0 parses an answer, and swaps nothing. Before htmx.
{
  const parse = Document.parseHTMLUnsafe
  if (parse) Document.parseHTMLUnsafe = (html) => parse.call(Document, html)
}

{
  const words = {
    full: { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    session: {
      ...{ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
      ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    },
    clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  }

  // The server wrote UTC, since this reader has told it no zone.
  const showLocalTimes = (root) => {
    for (const time of root.querySelectorAll('time[data-local]')) {
      const format = new Intl.DateTimeFormat('en-GB', words[time.dataset.local])
      time.textContent = format
        .format(new Date(time.dateTime))
        .replace(' at ', ', ')
        .replace(/^([A-Z]\w+),/, '$1')
      time.removeAttribute('data-local')
    }
  }

  // Once each: a later swap elsewhere on the page must not take the focus back.
  const focusErrors = () => {
    const summary = document.querySelector('.error-summary:not([data-met])')
    summary?.setAttribute('data-met', '')
    summary?.focus()
  }

  // Who pressed something that is replaced goes on in what came for it, and not at the top of the page.
  let left
  const noteFocus = ({ detail }) => {
    const targets = detail.tasks.map(({ target }) =>
      typeof target === 'string' ? document.querySelector(target) : target,
    )
    left = targets.find((target) => target?.contains(document.activeElement))?.id
  }
  const keepFocus = () => {
    const next = left && document.activeElement === document.body && document.getElementById(left)
    left = undefined
    if (!next) return
    const wrong = next.querySelector('[aria-invalid=true]')
    if (!wrong) next.tabIndex = -1
    ;(wrong ?? next).focus({ preventScroll: !wrong })
  }

  const sayItFailed = () => {
    const sentence = document.createElement('p')
    sentence.className = 'flash problem'
    sentence.textContent = 'That did not reach the page. Please load it again to see how it stands.'
    document.getElementById('flash').replaceChildren(sentence)
  }

  showLocalTimes(document)
  focusErrors()
  document.addEventListener('htmx:before:swap', noteFocus)
  document.addEventListener('htmx:after:swap', () => {
    showLocalTimes(document)
    keepFocus()
    focusErrors()
  })
  document.addEventListener('htmx:error', sayItFailed)
}
