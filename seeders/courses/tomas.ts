import { CLIP_SECONDS, type CourseSeed } from './course-seed.ts'

export const courses: CourseSeed[] = [
  {
    slug: 'a-sharp-chisel',
    title: 'A sharp chisel in an evening',
    summary: 'One stone, one strop and twenty minutes of calm. After that, wood is a different material.',
    description:
      'Most of what people call lack of talent is a dull edge. A sharp chisel goes where you point it, a dull one goes where the grain wants, and you blame your hands.\n\nEach clip in this course shows **one motion**, about twenty seconds long. Watch it at the bench, do it ten times, come back for the next. You need a chisel, a combination stone of 1000 and 6000, and a piece of old leather.\n\nI do not sell stones and I will not tell you which brand is best. They all cut steel.',
    outcomes: [
      'Flatten the back of a chisel once, and never again',
      'Hold one angle without a jig',
      'Feel for a burr, and know what its absence means',
      'Tell by a strip of paper whether you are done',
    ],
    topic: 'craft',
    level: 'beginner',
    euros: 0,
    days: 210,
    lessons: {
      'Before the stone': [
        {
          title: 'What sharp means',
          text: 'An edge is where two flat faces meet. If one of them is scratched, rounded or pitted at the meeting place, the edge is too, however long you polish the other. So sharpening is two jobs: make the **back** flat, and bring the **bevel** to meet it.\n\nThe back is done once in the life of a chisel, and only the last centimetre matters. The bevel you do every time, and it takes five minutes.\n\nLook at your edge under a lamp. A dull edge reflects a thin white line, because it is a tiny rounded surface. A sharp edge reflects nothing: there is no surface left to shine.',
        },
        {
          title: 'Flattening the back',
          seconds: CLIP_SECONDS,
          below: 'Press with two fingers close to the edge. Never lift the handle: that rounds what you want flat.',
          transcript:
            'Back flat on the stone, only the last centimetre. Two fingers here, close to the edge. Small strokes, the handle stays low. Look at it: where it is still dull, the stone has not touched. When the scratches run all the way to the edge, stop.',
          captions:
            'WEBVTT\n\n00:00.000 --> 00:06.000\nBack flat on the stone, only the last centimetre.\n\n00:06.000 --> 00:13.000\nSmall strokes. The handle stays low.\n\n00:13.000 --> 00:19.000\nScratches all the way to the edge? Then stop.\n',
        },
      ],
      'On the stone': [
        {
          title: 'Finding the angle',
          seconds: CLIP_SECONDS,
          below:
            'Rock the bevel until you feel it sit down. That is your angle. Lock your wrists and move from the shoulders.',
        },
        {
          title: 'The burr',
          seconds: CLIP_SECONDS,
          below: 'Draw a fingertip **off** the edge, never along it. The burr feels like the rim of a tin.',
        },
        {
          title: 'Stropping and the paper test',
          seconds: CLIP_SECONDS,
          below: 'Pull only, ten times a side. Pushing cuts the leather, and you will do it once.',
        },
        {
          title: 'A sharpening diary',
          text: 'Write the date on a piece of tape and put it on the handle. When the chisel starts to crush softwood end grain instead of cutting it, note how long it lasted and what you cut.\n\nAfter a month you will see a pattern. Mine: oak two evenings, pine five, plywood twenty minutes. Then you no longer sharpen when you are annoyed. You sharpen before.',
        },
      ],
    },
  },
  {
    slug: 'joints-that-hold',
    title: 'Joints that hold',
    summary: 'From a rough board to a fitted mortise and tenon, with six hand tools and no glue to hide behind.',
    description:
      'Beginners are taught joints as shapes to copy. I would rather you understood what each part is for: which face carries, which one only looks good, and where the wood will move in winter.\n\nYou plane one board flat, cut one joint, and then cut it again. The second one is why the course exists.\n\n- a bench that does not walk\n- a tenon saw, a chisel, a mallet, a marking knife, a square and a plane\n- about four evenings\n\nIf your chisel is not sharp, take my free course on that first. It is short, and everything here depends on it.',
    outcomes: [
      'Plane a board flat, square and to thickness by hand',
      'Mark with a knife so that the saw finds its own way',
      'Cut a tenon to the line and a mortise to its depth',
      'Read a bad fit and know which cut caused it',
      'Choose between a dowel, a bridle and a mortise with reasons',
    ],
    topic: 'craft',
    level: 'intermediate',
    euros: 64,
    days: 330,
    lessons: {
      'Wood moves': [
        {
          title: 'Reading the end of a board',
          seconds: 540,
          transcript:
            'Turn the board and look at the end. These arcs are years. A board dries towards its bark side: the arcs try to become straight, so the board cups away from the heart. You can see in ten seconds what it will do for the next ten winters. Now mark the heart side with a pencil. Every other mark we make starts from that one.',
        },
        { title: 'Why drawers stick in June', seconds: 720 },
        {
          title: 'Along and across',
          text: 'Wood barely changes its length. Across the grain it swells and shrinks with the air around it, by one to three percent between a heated room and a wet summer. A table top one metre wide can grow a centimetre.\n\nGlue does not stop this. If you hold a wide board across another one, it splits or it bends the frame, and it may take two years to decide which. So every good joint either runs the grain the same way on both sides, or leaves a place to move: a slot, a button, a panel in a groove.\n\nBefore you cut anything, draw an arrow along the grain on each part, and ask at every joint: **when this one grows, what does it push?**',
        },
      ],
      'The joint': [
        { title: 'Marking with a knife', seconds: 660 },
        {
          title: 'Cutting to the line',
          seconds: 1380,
          below:
            'Leave half of the knife line standing. If you can no longer see it, you were not cutting *to* the line.',
          transcript:
            'The saw stays on the waste side. Three strokes back with nothing but its own weight. Now forward, and listen. The sound drops when the kerf is deep enough to guide the plate. From here on you do not steer any more. You watch two lines at once, the top and the side facing you, and let the corner between them lead.',
        },
        { title: 'Chopping the mortise', seconds: 1260 },
        { title: 'The first dry fit', seconds: 960 },
        {
          title: 'Layout on one sheet',
          file: 'mortise-and-tenon.pdf',
          holds:
            'Mortise and tenon, layout for a rail of 60 x 22 mm\n1. Tenon thickness: a third of the rail, or the chisel nearest to it.\n2. Shoulder line: knife, all four faces, one setting of the square.\n3. Gauge both parts from the face side, never from the back.\n4. Haunch: a third of the width, as deep as the groove.\n5. Mortise depth: the tenon and 2 mm for glue.',
          below: 'Print it and pin it over the bench. The numbers are for a rail of 60 by 22 mm.',
        },
      ],
    },
  },
  {
    slug: 'drawers-that-run',
    title: 'Drawers that run',
    summary: 'A drawer of solid wood that opens with one finger in January and in July.',
    description:
      'A drawer is a box that has to move inside another box, and both change size with the weather. This course builds one small drawer for a bedside table: dovetailed front, sliding dovetail at the back, a bottom that floats.\n\nI am still filming the second half. What is here already: choosing the boards, and the fit of the sides before there is a drawer at all. It assumes that you can cut a joint to a line.',
    outcomes: [
      'Fit drawer sides to the opening before anything is joined',
      'Cut half-blind dovetails in the right order',
      'Let a bottom move without rattling',
      'Ease a drawer that sticks, without planing it to death',
    ],
    topic: 'craft',
    level: 'advanced',
    euros: 58,
    days: 18,
    isDraft: true,
    lessons: {
      'Before the drawer': [
        { title: 'The opening decides', seconds: 840 },
        { title: 'Boards for sides, boards for fronts', seconds: 600 },
        {
          title: 'Fit the sides first',
          text: 'Plane each side until it slides into its opening by itself, tight enough to stay where you stop pushing. Do this with loose boards, before any joint is cut.\n\nIt feels like the wrong order. But a loose board can be planed on its whole length in four strokes, and a finished drawer cannot. When both sides run alone, the drawer will run too, and the front only has to fill the hole.',
        },
      ],
      'The drawer': [
        { title: 'Half-blind dovetails, laid out', seconds: 1020 },
        { title: 'A bottom that floats', seconds: 780 },
      ],
    },
  },
]
