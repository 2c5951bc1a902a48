// Lessons can be dragged, besides being moved by their buttons: a drop sends the same form with the place in it.
{
  let dragged
  let home

  const make = (root) => {
    for (const lesson of root.querySelectorAll('[data-lesson]')) lesson.draggable = true
  }

  /** The section that is nearest, also between two of them. */
  const nearest = (y) => {
    const distance = (section) => {
      const { top, bottom } = section.getBoundingClientRect()
      return Math.max(top - y, y - bottom)
    }
    const [section] = [...document.querySelectorAll('[data-section]')].sort((a, b) => distance(a) - distance(b))
    return section.querySelector('ol')
  }

  /** The lesson before which something would be dropped, or nothing at the end of a list. */
  const below = (list, y) =>
    [...list.children].find(
      (lesson) => lesson !== dragged && y < lesson.getBoundingClientRect().top + lesson.offsetHeight / 2,
    )

  const send = (list) => {
    const form = dragged.querySelector('form')
    const place = { section: list.parentElement.dataset.section, to: [...list.children].indexOf(dragged) }
    for (const [name, value] of Object.entries(place)) {
      const field = document.createElement('input')
      Object.assign(field, { type: 'hidden', name, value })
      form.append(field)
    }
    form.requestSubmit()
  }

  document.addEventListener('dragstart', ({ target, dataTransfer }) => {
    dragged = target.closest?.('[data-lesson]')
    if (!dragged) return
    dataTransfer.effectAllowed = 'move'
    dataTransfer.setData('text/plain', '') // without any, older browsers do not begin
    dragged.classList.add('dragged')
    home = { list: dragged.parentElement, next: dragged.nextElementSibling }
  })

  const hover = (event) => {
    if (!dragged || !event.target.closest?.('#_outline')) return
    event.preventDefault()
    const list = nearest(event.clientY)
    const next = below(list, event.clientY) ?? null
    if (dragged.parentElement !== list || dragged.nextElementSibling !== next) list.insertBefore(dragged, next)
  }

  document.addEventListener('dragenter', hover)
  document.addEventListener('dragover', hover)

  document.addEventListener('drop', (event) => {
    const list = dragged?.closest('ol')
    if (!list) return
    event.preventDefault()
    home = undefined
    send(list)
  })

  // Let go anywhere else, it goes back to where it was.
  document.addEventListener('dragend', () => {
    if (dragged) home?.list.insertBefore(dragged, home.next)
    dragged?.classList.remove('dragged')
    dragged = undefined
  })

  make(document)
  document.addEventListener('htmx:after:swap', () => make(document))
}
