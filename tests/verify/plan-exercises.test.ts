import { describe, expect, it } from 'vitest';
import { readLesson } from '../../src/verify/read/read-lesson.ts';
import { planSessions, withMutants } from '../../src/verify/run/plan.ts';

const exercise = (
  name: string,
  session: string,
) => `<Exercise name="${name}" number="1.1" title="T" objectives="o" tries="It was tried.">

\`\`\`python starter
start_${name} = 1
\`\`\`

\`\`\`python check
variable("x")
\`\`\`

<Solution>

\`\`\`python solution name=solution-${name}${session}
solution_${name} = 1
\`\`\`

</Solution>

</Exercise>

`;
const lesson = readLesson(
  'a.mdx',
  ['a', 'b', 'c', 'd']
    .map((name, i) => exercise(name, i === 1 ? '' : i === 2 ? ' session=other' : ' session=one'))
    .join(''),
);

describe('the answers to an exercise', () => {
  it('run after the solutions of the earlier exercises of their session, and of no other', () => {
    const blocks = planSessions(lesson).flatMap(({ answer, request }) =>
      answer ? [[answer.exercise.name, answer.kind, ...request.blocks.map(({ code }) => code.trim())].join(' | ')] : [],
    );
    expect(blocks).toEqual([
      'a | solution | solution_a = 1',
      'a | starter | start_a = 1',
      'a | alternative | solution_a = 1',
      'b | solution | solution_b = 1',
      'b | starter | start_b = 1',
      'b | alternative | solution_b = 1',
      'c | solution | solution_c = 1',
      'c | starter | start_c = 1',
      'c | alternative | solution_c = 1',
      'd | solution | solution_a = 1 | solution_d = 1',
      'd | starter | solution_a = 1 | start_d = 1',
      'd | alternative | solution_a = 1 | solution_d = 1',
    ]);
    const checks = planSessions(lesson, 'd').map(({ request }) => request.blocks.at(-1)?.check);
    expect(checks.map((check) => check?.mutants)).toEqual([undefined, undefined, undefined]);
    const withTheirs = planSessions(lesson, 'd').map((session) => withMutants(session).request.blocks.at(-1)?.check);
    expect(withTheirs.map((check) => check?.mutants)).toEqual([true, undefined, undefined]);
    expect(withTheirs[0]?.before?.map((code) => code.trim())).toEqual(['solution_a = 1']);
  });
});
