import type { CourseSeed } from './course-seed.ts'

export const courses: CourseSeed[] = [
  {
    slug: 'the-second-draft',
    title: 'The second draft',
    summary: 'What to cut, what to move, and how to know when a text is done. For people who write at work.',
    description:
      'The first draft is for finding out what you think. It has the order in which you thought it, and that is rarely the order in which somebody wants to read it.\n\nThis course is about the hour after. You bring a text of one or two pages that you have already written: a report, a proposal, a difficult letter. We go over it five times, each time looking for one thing only. Most texts lose a third and gain a first sentence.\n\nThe examples are English. The method is not.',
    outcomes: [
      'Find the sentence that the text is about, and put it where it is seen',
      'Reorder by the reader’s questions',
      'Cut a text by a third without losing anything',
      'Turn nouns back into verbs',
      'Stop in time',
    ],
    topic: 'languages',
    level: 'advanced',
    euros: 39,
    days: 170,
    lessons: {
      'The whole': [
        {
          title: 'Where does it begin?',
          text: 'Take a pencil and go through your draft until you come to the sentence that you would keep if you could keep only one. In most drafts it stands at the end of the second paragraph or in the last line of all.\n\nEverything before it was the run-up. You needed it, the reader does not. Move that sentence to the top and read on from there. You will find that half of the run-up is now superfluous, and that the other half answers a question that the reader has *after* the first sentence.\n\nDo not polish yet. There is no sense in sanding a board that you are about to cut off.',
        },
        { title: 'The reader’s next question', seconds: 780 },
        { title: 'Scissors, on paper', seconds: 660 },
      ],
      'The sentence': [
        {
          title: 'Verbs in disguise',
          text: '“The implementation of the measure led to a reduction of the costs.” There are three verbs in it, dressed up as nouns, and one weak verb that holds them together.\n\n“We did it, and it cost less.”\n\nHunt for words that end in *-tion*, *-ment* and *-ance*. Ask of each one: who does what? Then write that. Not every one has to go. But a sentence with three of them is hiding somebody.',
        },
        { title: 'A third less', seconds: 840 },
        { title: 'Reading aloud, and stopping', seconds: 480 },
      ],
    },
  },
]
