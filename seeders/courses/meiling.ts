import type { CourseSeed } from './course-seed.ts'

export const courses: CourseSeed[] = [
  {
    slug: 'drawing-what-is-there',
    title: 'Drawing what is there',
    summary: 'Ten short exercises that teach the eye to overrule what the mind thinks it knows.',
    description:
      'You draw an eye like an almond because you know what eyes look like. The one in front of you does not look like that. Drawing is mostly the habit of looking again.\n\nThe exercises take ten minutes each and need a soft pencil and cheap paper. Cheap matters: you will make sixty drawings and keep three of them.\n\nNobody has to show anything. If you want to, bring a question to the discussion under a lesson, and say which exercise it was.',
    outcomes: [
      'Draw an outline without looking at the paper, and see why that helps',
      'Measure proportions with a pencil at arm’s length',
      'See the shapes between things',
      'Build up three greys that hold a drawing together',
    ],
    topic: 'design',
    level: 'beginner',
    euros: 0,
    days: 120,
    lessons: {
      Looking: [
        {
          title: 'The blind outline',
          text: 'Put your hand on the table, palm up. Put the pencil on the paper. Now look at the **hand** and do not look down again until you are done.\n\nLet your eye creep along the edge like an ant, and let the pencil move at the same speed. Every fold, every nail. If you lose your way, go on. It should take five minutes, and the result will look like a map of an unknown country.\n\nBut look at one finger of it. There is a line in it that you have never drawn before, because you saw it instead of remembering it. Do this once a day for a week.',
        },
        { title: 'Upside down', seconds: 420 },
        { title: 'The space between chair legs', seconds: 510 },
      ],
      Measuring: [
        {
          title: 'A pencil at arm’s length',
          seconds: 640,
          transcript:
            'Straight arm, one eye shut, always the same eye. The tip of the pencil at the top of the bottle, your thumb at the bottom of the neck. That is one neck. Now go down: one neck, two, three and a little more. The bottle is three and a bit necks high. Write that beside your drawing before you draw anything else.',
        },
        { title: 'Angles like the hands of a clock', seconds: 480 },
      ],
      Light: [
        {
          title: 'Three greys',
          text: 'Squint until the details are gone. What is left are three areas: light, middle and dark.\n\nLeave the light as paper. Lay the middle grey over everything else with the side of the pencil, in one direction, without pressing. Then put the dark where it is darkest, and nowhere else. Stop.\n\nIf the drawing looks flat, the dark is not dark enough. If it looks dirty, you have used five greys.',
        },
        { title: 'An egg on a sheet', seconds: 720 },
      ],
    },
  },
  {
    slug: 'letters-before-fonts',
    title: 'Letters before fonts',
    summary: 'Write with a broad pen for three weeks, and you will never choose a typeface at random again.',
    description:
      'The thick and the thin of every typeface come from a tool that somebody held. Once you have made an *n* with a broad pen, you see at once why one font is calm and another one limps.\n\nYou write the lower case in four groups, then a word, then a sentence, and end with a page for somebody you like. In between we look at typefaces and name what you see.\n\nYou need a broad pen of about 3 mm, ink, and lined paper. A carpenter’s pencil will do for the first week.',
    outcomes: [
      'Hold a broad pen at thirty degrees and keep it there',
      'Write the lower case from four basic shapes',
      'Space letters by area and not by distance',
      'Describe a typeface by contrast, axis and x-height',
      'Pair two typefaces with a reason',
    ],
    topic: 'design',
    level: 'intermediate',
    euros: 72,
    days: 300,
    lessons: {
      'The pen': [
        { title: 'Thirty degrees', seconds: 600 },
        { title: 'The family of n', seconds: 1080 },
        { title: 'The family of o', seconds: 1020 },
      ],
      'The space': [
        {
          title: 'Sand between letters',
          text: 'Imagine pouring sand between two letters. Each gap should take the same amount of it.\n\nTwo straight stems, as in *il*, stand furthest apart. A straight and a round one stand closer, and two rounds closer still, because their curves already give room at the top and bottom. If you measure the distance with a ruler, the word will have holes.\n\nLook at a word upside down or in a mirror. You stop reading and begin to see grey. Where it is darker, the letters need air.',
        },
        { title: 'A word, twelve times', seconds: 840 },
      ],
      'The font': [
        {
          title: 'Naming what you see',
          text: 'Four questions describe most typefaces of the last five hundred years.\n\n- **Contrast:** how much thinner are the thin parts? A little, as in an old book face, or very much, as in a fashion magazine.\n- **Axis:** where is the *o* thinnest? Tilted, as a pen would do it, or upright.\n- **x-height:** how tall are the small letters, compared with the capitals? Tall ones read well when small.\n- **Ends:** do strokes end in serifs, and do these grow out of the stem or sit on it?\n\nTake the newspaper and answer all four for its headline and for its text.',
        },
        { title: 'Two faces on one page', seconds: 900 },
        { title: 'A page for somebody', seconds: 1320 },
      ],
    },
  },
  {
    slug: 'two-colour-posters',
    title: 'Posters in two colours',
    summary: 'One sheet, two inks and an overprint: how little it takes to be seen from across the street.',
    description:
      'A course from the time when our studio still had its Risograph. The machine is gone, so I closed the course for new people. Those who took it keep it, and I still answer questions.\n\nWe make one poster in four steps: say it in five words, draw it the size of a stamp, cut it out of paper, and separate it into two plates. The overprint gives the third colour for nothing.',
    outcomes: [
      'Reduce an announcement to five words',
      'Judge a layout at the size of a stamp',
      'Separate a drawing into two plates',
      'Use overprint as a third colour',
    ],
    topic: 'design',
    level: 'intermediate',
    euros: 26,
    days: 360,
    closed: 80,
    lessons: {
      'The idea': [
        { title: 'Five words', seconds: 480 },
        {
          title: 'The size of a stamp',
          text: 'Draw a frame of three by four centimetres and make the poster in it. No details, no letters: a dark shape and a light one. Make twelve.\n\nPin them up and go to the other end of the room. Those that you can still tell apart are posters. The others are illustrations, and may be lovely ones.',
        },
      ],
      'The print': [
        { title: 'Cutting instead of drawing', seconds: 720 },
        { title: 'Two plates', seconds: 900 },
        { title: 'Overprint', seconds: 660 },
      ],
    },
  },
]
