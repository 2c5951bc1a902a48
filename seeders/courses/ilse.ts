import type { CourseSeed } from './course-seed.ts'

export const courses: CourseSeed[] = [
  {
    slug: 'mending-on-show',
    title: 'Mending on show',
    summary: 'Darn a heel, patch a knee and save a sleeve, in a colour that you like.',
    description:
      'A mend does not have to hide. Three techniques cover nine out of ten holes: the woven darn for knitwear, the patch from behind for trousers, and the blanket stitch for edges that fray.\n\nBring something you would otherwise throw away. Please do not practise on a favourite. You need a darning needle, wool a little thinner than the garment, and a wooden spoon if you have no mushroom.\n\nThe course is free because the library in Ghent paid for the filming.',
    outcomes: [
      'Tell from the hole which of three mends it needs',
      'Weave a darn that stretches with the sock',
      'Patch a knee so that the edge does not tear again',
      'Finish a frayed cuff in half an hour',
      'Wash a mend for the first time without felting it',
    ],
    topic: 'craft',
    level: 'beginner',
    euros: 0,
    days: 96,
    lessons: {
      'Look first': [
        {
          title: 'Three kinds of holes',
          text: 'Hold it up to a window. What you see decides what you do.\n\n1. **Thin**, but the threads still cross: strengthen it now, with a few rows of running stitch. Ten minutes today save two hours in March.\n2. **Round hole in knitwear**: the loops have run. Catch them with a thread around the edge first, then darn.\n3. **Tear or worn patch in woven cloth**: the cloth around it is weak as well. It needs a patch that reaches two centimetres past the damage, or it will tear again right beside your work.\n\nIf you cannot decide, it is number three.',
        },
        { title: 'Thread, needle, light', seconds: 380 },
      ],
      'Three mends': [
        {
          title: 'The woven darn',
          seconds: 1080,
          transcript:
            'Begin a centimetre outside of the hole, where the knitting is healthy. Run up and down in long lines, and leave a small loop at each turn. The loop looks untidy. It is what lets the darn stretch later. Now turn the work a quarter and weave: over, under, over, under. In the next row the other way round. Push the rows together with the needle, not with your nail.',
        },
        { title: 'A patch from behind', seconds: 900 },
        { title: 'Blanket stitch for a cuff', seconds: 620 },
        {
          title: 'The first wash',
          text: 'New wool in an old jumper has not shrunk yet. Wash the garment by hand the first time, lukewarm, with no rubbing, and dry it flat. If the darn puckers, damp it and stretch it over the spoon overnight.\n\nAfter that it may go into the machine with everything else. If a mend does not survive that, it was the wrong thread, and you have learnt something for the other sock.',
        },
      ],
    },
  },
]
