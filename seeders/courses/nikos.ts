import { CLIP_SECONDS, type CourseSeed } from './course-seed.ts'

export const courses: CourseSeed[] = [
  {
    slug: 'ukulele-four-chords',
    title: 'Ukulele: four chords, thirty songs',
    summary: 'C, A minor, F and G, and a right hand that keeps going whatever the left one does.',
    description:
      'Four chords carry a surprising share of the songs you know. They are not the hard part. The hard part is changing between them while the beat goes on.\n\nSo the clips here are short, about twenty seconds: one chord or one change each, filmed from above, as you see your own hands. Play along, in a loop, until it bores you. Then it is in your fingers.\n\nAny ukulele in the usual tuning (g c e a) will do.',
    outcomes: [
      'Tune by ear against one note',
      'Play C, A minor, F and G cleanly',
      'Change between them without losing the beat',
      'Accompany a song that you know, in two rhythms',
    ],
    topic: 'music',
    level: 'beginner',
    euros: 0,
    days: 135,
    lessons: {
      'Four chords': [
        {
          title: 'C and A minor',
          seconds: CLIP_SECONDS,
          below:
            'One finger each. C: ring finger, third fret of the string nearest to the floor. A minor: middle finger, second fret of the string nearest to your chin.',
          transcript:
            'This is C. One finger, close behind the fret and not on top of it. Strum down, four times. Now lift it, and put the middle finger here. A minor. Four times. Back to C.',
          captions:
            'WEBVTT\n\n00:00.000 --> 00:08.000\nThis is C. One finger, close behind the fret.\n\n00:08.000 --> 00:14.000\nNow the middle finger here: A minor.\n\n00:14.000 --> 00:20.000\nFour times, and back to C.\n',
        },
        {
          title: 'F, with a finger that stays',
          seconds: CLIP_SECONDS,
          below: 'From A minor to F the middle finger does not move. Look for such fingers in every change.',
        },
        { title: 'G, the triangle', seconds: CLIP_SECONDS, below: 'Three fingers, one shape. Land them together.' },
        {
          title: 'Practise the change, not the chord',
          text: 'You can play C, and you can play G. What fails is the way between them.\n\nSet a clock to one minute. Change from C to G and back as often as you can, with a single strum on each, and count. Write the number down. Sixteen is fine for the first day. At forty you can play songs.\n\nTwo rules: the strum comes **on the beat even if the fingers are late**, and a wrong chord in time is better than a right one too late. The listener forgives notes. Nobody forgives a stumble.',
        },
      ],
      'Two rhythms': [
        { title: 'Down, down, up, up, down, up', seconds: CLIP_SECONDS },
        {
          title: 'Thirty songs',
          file: 'songs.txt',
          holds:
            'Orders of chords to look for in songs you know\n\nC  Am F  G    slow songs of the fifties, and many after\nC  G  Am F    half of the radio\nF  G  C       refrains\nAm F  C  G    the sad ones\nC  F  C  G    children and drinking\n\nOne bar each, four beats a bar. Sing first, then find the chord.\n',
          below: 'No words in it, they belong to somebody. The orders of chords belong to nobody.',
        },
      ],
    },
  },
  {
    slug: 'recording-at-the-kitchen-table',
    title: 'Recording at the kitchen table',
    summary: 'A clean recording of a voice and one instrument, with one microphone and a duvet.',
    description:
      'A good recording is nine parts room and one part microphone. Yours has a fridge in it, and a street.\n\nWe record one song, a voice and a guitar, in a normal flat. You learn to hear the room, to place one microphone so that it does the work of three, and to mix with nothing but volume until the last lesson. Only then do we touch an equaliser.\n\nThe free program *Ardour* is used, but every step exists in whatever you have.',
    outcomes: [
      'Find the quiet hour and the quiet corner of a flat',
      'Place one microphone for a voice and a guitar together',
      'Set levels so that nothing clips and nothing hisses',
      'Edit out breaths and bumps without a trace',
      'Mix by volume alone',
    ],
    topic: 'music',
    level: 'intermediate',
    euros: 60,
    days: 205,
    lessons: {
      'The room': [
        { title: 'Clap and listen', seconds: 480 },
        {
          title: 'What a duvet can do',
          text: 'Sound goes out, hits a wall and comes back a few milliseconds later. In a small room that makes a voice sound as if it stood in a bucket. You cannot take this out afterwards.\n\nSoft and thick things swallow it: a duvet on a clothes rack behind the singer, a rug, a full bookshelf. Egg boxes do nothing, whatever you have read. What matters is what is **behind** you, since that is where the microphone looks.\n\nSwitch off the fridge and put your car keys into it. That way you will remember to switch it on again.',
        },
        { title: 'One microphone, two sources', seconds: 960 },
      ],
      'The take': [
        { title: 'Levels', seconds: 600 },
        { title: 'Three takes and no more', seconds: 540 },
        {
          title: 'A checklist for the hour',
          file: 'checklist.txt',
          holds:
            'Before you press record\n\n[ ] fridge off, keys in the fridge\n[ ] phone in another room\n[ ] tuned, and again after ten minutes\n[ ] loudest passage peaks at -12\n[ ] thirty seconds of silence recorded\n[ ] a glass of water, not cold\n',
          below: 'The thirty seconds of silence are for the noise between the phrases. You will be glad to have them.',
        },
      ],
      'The mix': [
        { title: 'Only the faders', seconds: 900 },
        { title: 'At last, an equaliser', seconds: 1140 },
      ],
    },
  },
]
