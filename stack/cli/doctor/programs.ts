import { contextOptions, contextsOf } from '../contexts.ts';
import { toolsFor } from '../target.ts';
import { findComplaints } from '../tools.ts';
import { broken, type Check, fine } from './finding.ts';

/** Whether the programs are there that everything else is asked with. */
export const programs: Check = {
  name: 'programs',
  async look({ shell, target }) {
    const names = toolsFor(target);
    const complaints = await findComplaints(shell, names);
    if (complaints.length === 0) return fine(`${names.join(', ')}: all are there`);
    const contexts = complaints.some(({ tool }) => tool === 'kubectl') ? [] : await contextsOf(shell);
    return complaints.map(({ tool, sentence: said }) => {
      const [sentence = said, next = 'see what it says'] = said.split(/(?<!https?): (?=\S)/);
      const other = tool === 'minikube' && contexts?.length ? contextOptions(contexts) : '';
      const instead = other && `; or look at another cluster that there is: ${other}`;
      return broken({ fault: 'program-missing', sentence, next: next + instead });
    });
  },
};
