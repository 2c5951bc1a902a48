/** Who said what, how many days ago, and perhaps what the author answered. */
export type ReviewSeed = {
  by: string
  rating: number
  ago: number
  body?: string
  answer?: string
  /** What it said before it was changed, and how it was rated. */
  before?: { rating: number; body: string }
}

type Line = [by: string, rating: number, ago: number, body?: string, answer?: string]

const lines: Record<string, Line[]> = {
  'a-sharp-chisel': [
    [
      'aurelie',
      5,
      120,
      'I had sharpened on the same stone for years. The clip about the back took twenty seconds and changed everything after it.',
    ],
    [
      'bartosz',
      4,
      96,
      'Short and to the point. I missed a word about stones that have gone hollow.',
      'You are right, that belongs here. Until it does: 200 grit wet paper on a piece of window glass, and draw pencil lines on the stone to see the hollow.',
    ],
    ['hamid', 5, 71],
    [
      'greta',
      3,
      40,
      'Good advice, but the clips are so short that I had to stop them again and again.',
      'They are made to be played in a loop while you work. I should say that at the beginning, thank you.',
    ],
    ['luis', 5, 5, 'My first shaving of end grain that was not dust.'],
  ],
  'joints-that-hold': [
    [
      'aurelie',
      5,
      200,
      'The second joint took half the time of the first and closed without a gap. I still have both on my desk.',
    ],
    ['emil', 5, 160, 'Finally somebody who explains why, and not only where to cut.'],
    [
      'kasper',
      4,
      111,
      'Excellent. The mortise lesson could show a mistake being rescued, since mine needed it.',
      'I have three such mortises in the workshop and will film one.',
    ],
    ['isla', 4, 64],
    [
      'nora',
      2,
      30,
      'Beautifully made, but not for a flat. I have no bench, and without one half of the lessons cannot be followed.',
      'The description says that you need a bench, and I know that it is much to ask. Write to me under lesson four: with two clamps and a kitchen table a good part of it works.',
    ],
  ],
  'mending-on-show': [
    ['carmen', 5, 70, 'Saved my father’s pullover. He asked for a second colour.'],
    ['ruth', 5, 52, 'Calm, clear, and she never says “simply”.'],
    ['thomas', 4, 33, 'I would like a lesson about zips.'],
    ['ulla', 4, 12],
  ],
  'first-programs-in-python': [
    ['fatima', 5, 230, 'The lesson on error messages should be the first one in every course.'],
    [
      'david',
      4,
      190,
      'Good pace until the dictionaries, then it jumps. I watched that one three times.',
      'Fair. I have put a smaller step before it.',
    ],
    ['lena', 5, 133, 'I wrote a rota for our kennel. It runs.'],
    ['mateo', 3, 90, 'Solid, but I would have liked exercises with answers.'],
    ['selma', 5, 47],
    ['yannick', 4, 15, 'Works well in short evenings, as promised.'],
  ],
  'sql-that-answers-the-question': [
    ['jelena', 5, 140, 'I have written SQL for six years, and “one row per what” has cleaned up my queries in a week.'],
    ['paul', 4, 77, 'The library is a lovely example. Windows come a little fast.'],
    ['vikram', 5, 36],
  ],
  'git-without-fear': [
    ['bartosz', 5, 170, 'I drew the circles and the arrows on our whiteboard. Nobody has wiped them off since.'],
    ['olga', 4, 120],
    ['quentin', 5, 83, 'reflog got a week of my work back two days after I took this.'],
    [
      'maya',
      5,
      34,
      'I had been copying folders. Now I know what I was afraid of, and it was mostly words.',
      'That sentence goes over my desk. Thank you, Maya.',
    ],
  ],
  'web-pages-for-everyone': [
    ['olga', 5, 61, 'The pool’s timetable is read out in the right order now, and it took an afternoon.'],
    ['emil', 4, 22],
  ],
  'a-garden-on-paper': [
    [
      'greta',
      5,
      180,
      'We dug three holes, found clay in two of them, and moved the whole plan to the other side. That saved us an apple tree.',
    ],
    ['isla', 5, 122, 'The light map alone was worth it.'],
    [
      'hamid',
      4,
      80,
      'Made for a temperate garden. I had to translate a lot for mine in the south.',
      'True. The order stays, but in the south begin with shade and water, and take August where I say February.',
    ],
    ['ruth', 5, 26],
  ],
}

const edited: ReviewSeed & { slug: string } = {
  ...{ slug: 'norwegian-for-the-first-winter', by: 'kasper', rating: 4, ago: 90 },
  body: 'I was impatient at first. By lesson five I answered my neighbour before he could switch to English.',
  before: { rating: 2, body: 'Too slow. After three lessons I can say hello.' },
}

export const firstReviews = [edited, ...unfolded(lines)]

/** The lines above as reviews, each with its course. */
export function unfolded(lines: Record<string, Line[]>): (ReviewSeed & { slug: string })[] {
  return Object.entries(lines).flatMap(([slug, of]) =>
    of.map(([by, rating, ago, body, answer]) => ({ slug, by, rating, ago, body, answer })),
  )
}
