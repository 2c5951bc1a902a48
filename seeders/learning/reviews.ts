import { firstReviews, unfolded } from './first-reviews.ts'

export const reviews = [
  ...firstReviews,
  ...unfolded({
    'drawing-what-is-there': [
      ['lena', 5, 88, 'Ten minutes a day on the train. After two weeks I saw chair legs everywhere.'],
      ['carmen', 4, 50],
      ['zsofia', 5, 9, 'No talent needed and no talent mentioned. That was a relief.'],
    ],
    'letters-before-fonts': [
      ['fatima', 5, 210, 'I draw signs for a living and still learnt something about space in each lesson.'],
      [
        'paul',
        3,
        95,
        'The pen lessons are first-rate. The part on typefaces is over too soon for the price.',
        'I hear this more often, so a third lesson on typefaces is on its way. You will find it in the course, of course without paying again.',
      ],
    ],
    'two-colour-posters': [
      ['david', 4, 250, 'Five words. I still do that, for mails too.'],
      ['jelena', 5, 190],
      ['aurelie', 4, 150, 'Short, practical, and a pity that the machine is gone.'],
    ],
    'norwegian-for-the-first-winter': [
      ['david', 5, 150, 'The dialects in lesson six were the first ones I understood in a real conversation.'],
      ['wiebke', 5, 42],
    ],
    'speaking-to-a-room': [
      ['jelena', 5, 66, 'Five sentences carried me through a hearing. I paused, and nobody died.'],
      [
        'selma',
        4,
        28,
        'I wish there were more examples of questions that are really attacks.',
        'That is another course, and I am thinking about it.',
      ],
      ['bartosz', 4, 13],
    ],
    'spanish-in-the-kitchen': [
      [
        'ximena',
        5,
        44,
        'My mother-in-law is from Alicante and has notes on the tortilla. She approves of the verbs.',
        'Tell her that I am listening.',
      ],
      ['thomas', 5, 31],
      [
        'nora',
        3,
        18,
        'Charming, but the microphone is too near to the pan in lesson three.',
        'I recorded it again last week, further away.',
      ],
    ],
    'the-second-draft': [
      ['ruth', 5, 100, 'My report went from nine pages to five, and for the first time somebody answered it.'],
      ['isla', 4, 55],
      ['vikram', 4, 21, 'Bring a text of your own, really. Without one there is little to do.'],
    ],
    'ukulele-four-chords': [
      ['carmen', 5, 95, 'The minute with the clock is boring and works.'],
      ['ulla', 5, 60],
      ['wiebke', 4, 24, 'I would love the same for fingerpicking.'],
      [
        'zsofia',
        2,
        8,
        'For left-handers everything is the wrong way round, and nobody says so.',
        'You are right, and I am sorry. I am filming the four chords once more in a mirror, and I will write under the first lesson when they are there.',
      ],
    ],
    'reading-music-slowly': [
      ['greta', 5, 220, 'I stopped nodding. My neighbour in the alto noticed.'],
      ['lena', 4, 140, 'More on key signatures, please.'],
      ['olga', 5, 58, 'Ta, ti-ti. My children read rhythms now too.'],
    ],
    'singing-in-harmony': [
      ['isla', 5, 17, 'The beating that slows down and stops: I had goose bumps in my own bathroom.'],
    ],
    'recording-at-the-kitchen-table': [
      ['emil', 4, 130, 'The keys in the fridge. I will never do it another way.'],
      ['quentin', 4, 69],
      [
        'mateo',
        2,
        38,
        'Fine for a guitar. I play the drums, and for that it does not help.',
        'For drums you need another room and other neighbours. I have made the description clearer about voice and guitar.',
      ],
    ],
    'a-budget-that-survives-march': [
      ['fatima', 5, 240, 'We have had no overdraft since May. It really is half an hour a month.'],
      ['hamid', 5, 175, 'He explains without making you feel stupid.'],
      ['nora', 4, 110],
      [
        'kasper',
        5,
        73,
        'The yearly bills were exactly a fifth of what we earn. I did not believe it and counted twice.',
      ],
      [
        'ximena',
        4,
        20,
        'It helped. It would be good to hear more about incomes that change each month.',
        'That is the most frequent question. A lesson is being written.',
      ],
    ],
    'reading-your-payslip': [
      ['thomas', 5, 25, 'Found four months of overtime without the supplement. The letter worked.'],
      ['yannick', 4, 11],
    ],
    'bookkeeping-for-one-person': [
      ['paul', 5, 128, 'My accountant asked who had helped me.'],
      ['vikram', 4, 84, 'Clear. The parts on VAT need a second watching.'],
      ['selma', 5, 51, 'I sent the second letter from lesson five. Paid the same day.'],
      ['quentin', 4, 19],
    ],
    'a-business-on-one-page': [
      [
        'ruth',
        5,
        48,
        'My idea failed on page one, for the price of a dinner. I am grateful, and I have another one.',
        'This is the review that I show to people.',
      ],
      [
        'ulla',
        3,
        23,
        'Honest and useful. Expensive for eight lessons, though.',
        'It is, and I thought about it for long. Whoever works through it and finds nothing in it may write to me.',
      ],
    ],
  }),
]
