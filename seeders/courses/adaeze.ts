import type { CourseSeed } from './course-seed.ts'

export const courses: CourseSeed[] = [
  {
    slug: 'reading-music-slowly',
    title: 'Reading music, slowly',
    summary: 'For adults in choirs who have been nodding along for years.',
    description:
      'You sing by ear, you stand beside somebody who can read, and you hope that they are not ill on Thursday. This course is for you.\n\nRhythm comes first, because that is where people get lost. Then steps and leaps, sung and not named: it is enough to see that the line goes up by one. The names of the notes come late, and by then they are a small matter.\n\nTen minutes a day are better than an hour on Sunday. You need nothing but your voice and something to tap on.',
    outcomes: [
      'Tap any rhythm in a choir part at sight',
      'Sing steps and small leaps from the page',
      'Find your first note from the piano',
      'Follow a score with four parts without losing your line',
    ],
    topic: 'music',
    level: 'beginner',
    euros: 28,
    days: 280,
    lessons: {
      When: [
        {
          title: 'Walk, and clap over it',
          seconds: 540,
          transcript:
            'Walk on the spot. Left, right, left, right, and do not stop, whatever your hands do. That is the beat. Now clap once for each step. Those are crotchets. Clap twice for each step: quavers. Clap on every second step and hold: minims. You have just read the first line of the page in front of you.',
        },
        {
          title: 'Counting without numbers',
          text: 'Numbers are too long to say in time. Use syllables: **ta** for one beat, **ti-ti** for two halves, **ta-a** for two beats, and a breath for a rest.\n\nRead a line of your part that way, in one tone, tapping the beat on your knee. Go so slowly that you cannot make a mistake. If you make one anyway, go slower. Speed comes by itself, and accuracy does not.\n\nA dot makes a note longer by half: *ta-a-a*. The short note after it always comes later than you think.',
        },
        { title: 'Rests are music too', seconds: 420 },
      ],
      Where: [
        { title: 'Up by one, down by one', seconds: 660 },
        { title: 'Small leaps and the tunes that hold them', seconds: 780 },
        {
          title: 'Finding your first note',
          text: 'The piano plays the chord of all four parts. Your note is in it, and the others are louder.\n\nHum the lowest note, then go up through the chord until you reach your line: bass, tenor, alto, soprano. Do it silently after a while. If you lose the note while you wait, sing it inwardly on every first beat.\n\nWrite the first note of each page into your copy, with an arrow from whoever has it just before you. Most entries are stolen from a neighbour. That is no shame, it is counterpoint.',
        },
      ],
    },
  },
  {
    slug: 'singing-in-harmony',
    title: 'Singing in harmony',
    summary: 'Hold your own line beside somebody else’s, and enjoy how it rubs.',
    description:
      'Harmony is not a matter of perfect pitch. It is a matter of listening to the other voice more than to your own, and that can be practised.\n\nYou sing against a drone first, then against a round, then in thirds, and finally a line that you make up. I sing the other part, slowly, as often as you like. Headphones help, with one ear free.\n\nIf you can sing “Frère Jacques” alone, you can take this course.',
    outcomes: [
      'Stay on a note while another one moves',
      'Sing a round with three others and not join them',
      'Find a third above a tune',
      'Hear when a chord is in tune, and which way to move',
    ],
    topic: 'music',
    level: 'intermediate',
    euros: 45,
    days: 60,
    lessons: {
      'One note': [
        {
          title: 'The drone',
          seconds: 620,
        },
        {
          title: 'How a chord locks',
          text: 'Two notes that are nearly in tune beat: you hear a slow wah, wah, wah. The closer you come, the slower it gets. When it stops, the chord is still, and it feels as if the room had become larger.\n\nSing an octave with a friend or with the drone, and slide a little below it on purpose. Listen to the beating. Now come up, slowly, until it stops. That is all there is to intonation. Do not listen to your note, listen to the gap.\n\nThirds want to be sung a little lower than the piano has them. Try it, and believe your ears.',
        },
      ],
      'Two lines': [
        { title: 'A round, and staying in it', seconds: 700 },
        { title: 'Thirds above', seconds: 880 },
        { title: 'A line of your own', seconds: 940 },
      ],
    },
  },
]
