/**
 * `npm run eval`: the scores of the test bed. `--model openai/gpt-5-mini` plays the same cases with a real model beside
 * it, `--only adding/` some of them, `--raise` writes what was reached into the thresholds.
 *
 * @module
 */
import { conversationWith } from '../src/chat/assistant/testing/conversation-with.ts';
import { agentConversations } from './agent-conversation.ts';
import { type Bed, type Case, readCases } from './case.ts';
import { modelNamed } from './model-named.ts';
import { readOptions } from './options.ts';
import { failuresOf, scoreTable } from './report.ts';
import { playAll, type Result } from './score.ts';
import { raiseThresholds } from './thresholds.ts';

const USAGE = `npm run eval -- [options]

Plays the test bed of utterances, and says how many were understood.

  --model PROVIDER/NAME   a real model beside the built-in assistant, such as openai/gpt-5-mini, with its key set
  --only TEXT             the cases with it in their group and name, such as adding/
  --raise                 what was reached becomes the threshold
  --held-back-details     what was wrong in the cases that are never tuned to
`;

const values = readOptions(USAGE, {
  model: { type: 'string' },
  only: { type: 'string' },
  raise: { type: 'boolean', default: false },
  'held-back-details': { type: 'boolean', default: false },
});

/** A provider takes only so many calls at a time. */
const atOnce = 4;

const named = values.model === undefined ? undefined : modelNamed(values.model, process.env);
if (typeof named === 'string') console.log(named);
const model = typeof named === 'string' ? undefined : named;

const wanted = ({ name, group }: Case) => !values.only || `${group}/${name}`.includes(values.only);
const titles: Record<Bed, string> = { cases: 'own cases', open: 'still open', 'held-back': 'held back' };
const results: Record<Bed, readonly Result[]> = { cases: [], open: [], 'held-back': [] };
for (const bed of ['cases', 'open', 'held-back'] as const) {
  const cases = (await readCases(bed)).filter(wanted);
  if (cases.length === 0) continue;
  const assistant = await playAll(cases, conversationWith);
  results[bed] = assistant;
  const others = model ? await playAll(cases, agentConversations(model), atOnce) : undefined;
  const columns = [
    { name: 'built-in', results: assistant },
    ...(others && model ? [{ name: model.modelId, results: others }] : []),
  ];
  const told = bed === 'open' ? values.only !== undefined : bed === 'cases' || values['held-back-details'];
  if (told) {
    for (const column of columns) console.log(failuresOf(column, columns.length > 1));
  }
  console.log(scoreTable(titles[bed], columns));
}
if (values.raise && !values.only) await raiseThresholds(results);
