/** The rings and the order of the slices: each may use what stands before it, never what stands after. */
const slices = [
  'access',
  'disposals',
  'children',
  'cases',
  'checks',
  'victims',
  'referrals',
  'voices',
  'assessments',
  'panels',
  'discussions',
  'packs',
  'decisions',
  'outcomes',
  'letters',
  'amendments',
  'quality',
  'exchange',
  'desk',
  'demonstration',
];

const order = slices.slice(0, -1).map((slice, place) => ({
  name: `${slice}-knows-nothing-later`,
  comment: `${slice} stands before ${slices.slice(place + 1).join(', ')} and may use none of them.`,
  severity: 'error',
  from: { path: `^src/${slice}/` },
  to: { path: `^src/(${slices.slice(place + 1).join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'policy-is-pure',
      comment: 'The rule book imports nothing from outside itself.',
      severity: 'error',
      from: { path: '^src/policy/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^src/policy/' },
    },
    {
      name: 'platform-knows-no-slice',
      comment: 'The machine serves the slices and knows none of them.',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: `^src/(${slices.join('|')})/` },
    },
    {
      name: 'controllers-hold-no-sql',
      comment: 'A controller calls a command or a query; SQL stands in neither page nor API files.',
      severity: 'error',
      from: { path: '\\.(api|pages)\\.ts$' },
      to: { path: 'node_modules/(sql-template-tag|typeorm)/|platform/database/(claim|columns|options)' },
    },
    {
      name: 'repositories-are-not-injected',
      comment: 'The EntityManager of a unit of work is the repository; data sources are injected in platform alone.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(platform/|.*\\.module\\.ts$)' },
      to: { path: 'node_modules/@nestjs/typeorm/' },
    },
    {
      name: 'no-cycles',
      comment: 'Files do not import each other in a ring.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'Every file is used by something.',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.spec\\.ts$', '^src/[a-z-]+\\.ts$'] },
      to: {},
    },
    ...order,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
