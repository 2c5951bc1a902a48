/** Said under the lesson with this title, so many days ago. Without words it was deleted, and its answers stay. */
export type CommentSeed = { by?: string; ago: number; body?: string; answers?: CommentSeed[] }

export const discussions: Record<string, CommentSeed[]> = {
  'Cutting to the line': [
    {
      ...{ by: 'emil', ago: 170, body: 'Does this hold for a pull saw? Mine wanders at the start.' },
      answers: [
        {
          by: 'tomas',
          ago: 169,
          body: 'Yes, with one change: begin at the far corner. A pull saw has no weight to lend you.',
        },
        { by: 'kasper', ago: 120, body: 'Same here, and the far corner did it.' },
      ],
    },
    { by: 'nora', ago: 41, body: 'Which saw is it, and how many teeth to the inch?' },
  ],
  'Chopping the mortise': [
    {
      ...{ by: 'isla', ago: 80, body: 'Mine gets wider towards the bottom. What am I doing wrong?' },
      answers: [
        {
          by: 'tomas',
          ago: 79,
          body: 'You lever too early. Cut down first, then lift the chips out, and do not use the edge of the mortise as a support.',
        },
      ],
    },
  ],
  'The burr': [
    {
      ...{ by: 'luis', ago: 7, body: 'I feel a burr on one half of the edge only. Keep going, or press harder there?' },
      answers: [
        { by: 'tomas', ago: 6, body: 'Keep going, with the same pressure. It comes where the edge was lower last.' },
      ],
    },
  ],
  'Names for values': [
    {
      ...{ by: 'lena', ago: 150, body: 'Why may a name not begin with a digit?' },
      answers: [
        {
          by: 'joseph',
          ago: 149,
          body: 'So that Python knows a number when it sees the first character. 2nd would be a number that goes wrong.',
        },
      ],
    },
  ],
  'Dictionaries: whose birthday is it': [
    {
      ...{
        by: 'maya',
        ago: 12,
        body: 'Can the key be a date and the value a list of people? Two of us have the same birthday.',
      },
      answers: [
        { by: 'joseph', ago: 11, body: 'Exactly that. Look at setdefault in the documentation, it saves you an if.' },
      ],
    },
    {
      by: 'yannick',
      ago: 20,
      body: 'This is where I got lost, and the second time it was obvious. Just as a comfort for others.',
    },
  ],
  'Five accidents and their cure': [
    {
      ago: 90,
      answers: [
        {
          by: 'priya',
          ago: 89,
          body: 'No shame in it, everybody has pushed a password once. Change the password first, then clean up the history.',
        },
        { by: 'olga', ago: 85, body: 'Thank you for asking. It was my question too.' },
      ],
    },
  ],
  'Three holes': [
    { by: 'ruth', ago: 44, body: 'The water stood for two days. Raised bed it is.' },
    {
      ...{
        by: 'hamid',
        ago: 100,
        body: 'In my garden the first hole ended on a layer of rubble. Does that count as sand?',
      },
      answers: [
        { by: 'hanneke', ago: 98, body: 'It counts as somebody’s old shed. Dig half a metre further and try again.' },
      ],
    },
  ],
  'Orders among friends': [
    {
      ...{
        by: 'ximena',
        ago: 50,
        body: 'In Mexico I would say it the same way. Only the tortilla would be another thing.',
      },
      answers: [{ by: 'rosa', ago: 49, body: 'We should cook together.' }],
    },
  ],
  'Practise the change, not the chord': [
    {
      ...{ by: 'wiebke', ago: 30, body: 'Day one: 11. Day nine: 34.' },
      answers: [{ by: 'nikos', ago: 29, body: 'Now the same from F to G.' }],
    },
    {
      by: 'vikram',
      ago: 16,
      body: 'Cheap strings for your ukulele at best-strings dot example, code UKE20, tell all your friends!',
    },
  ],
  'The bills that come once a year': [
    {
      ...{ by: 'ximena', ago: 22, body: 'What if I do not have last year’s statements?' },
      answers: [
        {
          by: 'yusuf',
          ago: 21,
          body: 'Your bank has to give them to you. Ask for the last twelve months, usually it costs nothing.',
        },
      ],
    },
  ],
}

/** What waits for our staff: a comment under a lesson, and a review of a course. */
export const reports = [
  {
    by: 'wiebke',
    ago: 2,
    reason: 'spam',
    words: 'An advertisement, and not about the lesson.',
    comment: { under: 'Practise the change, not the chord', writer: 'vikram' },
  },
  {
    by: 'nikos',
    ago: 1,
    reason: 'off topic',
    words: 'He plays the drums and rates a course about voice and guitar.',
    review: { of: 'recording-at-the-kitchen-table', writer: 'mateo' },
  },
] as const
