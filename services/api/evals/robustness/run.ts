/** `npm run eval:robustness`: the cases said less carefully, scored by what was done to them. @module */
import { conversationWith } from '../../src/chat/assistant/testing/conversation-with.ts';
import { readCases } from '../case.ts';
import { readOptions } from '../options.ts';
import { failuresOf } from '../report.ts';
import { percent, playAll } from '../score.ts';
import { perturbations } from './perturbations.ts';
import { perturbed } from './perturbed.ts';

const USAGE = `npm run eval:robustness -- [options]

Plays the cases said less carefully, such as with typing errors, and says how many were still understood.

  --only TEXT   the ways of saying with it in their name
  --most N      this many cases of each (400)
  --quiet       the scores alone
`;

const values = readOptions(USAGE, {
  most: { type: 'string', default: '400' },
  only: { type: 'string', default: '' },
  quiet: { type: 'boolean', default: false },
});

const cases = (await readCases('cases')).filter(({ language }) => language === 'en');
const lines: string[] = [];
for (const perturbation of perturbations.filter(({ name }) => name.includes(values.only))) {
  const results = await playAll(perturbed(cases, perturbation, Number(values.most)), conversationWith);
  if (!values.quiet) console.log(failuresOf({ name: perturbation.name, results }, true));
  const score = { passed: results.filter(({ wrong }) => wrong.length === 0).length, of: results.length };
  const share = score.of === 0 ? '–' : `${percent(score)} %`;
  lines.push(
    `  ${perturbation.name.padEnd(28)}${`${score.passed}/${score.of}`.padStart(9)}${share.padStart(9)}`,
  );
}
console.log(['said less carefully', ...lines].join('\n'));
