/** Chooses the action for a request. @module */
import type { Request } from '../requests.ts';
import type { Action, Scene } from './action.ts';
import { add } from './adding.ts';
import { complete, remove, restore, update } from './changing.ts';
import { list } from './listing.ts';
import { point } from './pointing.ts';
import { undo } from './undoing.ts';

const longestOffer = 10;

/** The action that carries out a request. */
export function* act(request: Request, scene: Scene): Action {
  const { phrases } = scene.language;
  switch (request.kind) {
    case 'add':
      return yield* add(request.drafts, scene);
    case 'add-unnamed':
      return { text: phrases.askTitle(), pending: { ask: 'title' } };
    case 'list':
      return yield* list(request, scene);
    case 'complete':
      return yield* complete(request, scene);
    case 'delete':
      return yield* remove(request, scene);
    case 'update':
      return yield* update(request, scene);
    case 'rename-unnamed': {
      const pointed = yield* point(request.reference, request, scene);
      if ('answer' in pointed) return pointed.answer;
      const [task] = pointed.tasks;
      if (!task) return { text: phrases.noMention() };
      return {
        text: phrases.askNewTitle(task.title || `#${task.id}`),
        pending: { ask: 'new-title', task },
        mentioned: [task],
      };
    }
    case 'restore':
      return yield* restore(request, scene);
    case 'undo':
      return yield* undo(scene);
    case 'yes':
      return { text: phrases.nothingToConfirm() };
    case 'no':
      return { text: phrases.kept() };
    case 'talk': {
      const title = request.text.trim().replace(/[\s.!,;:]+$/, '');
      const size = title.split(/\s+/).length;
      const couldBeTask =
        request.topic === 'unknown' && /\p{L}/u.test(title) && size > 1 && size <= longestOffer;
      if (couldBeTask && !scene.language.words.question.test(title)) {
        return { text: phrases.offerToAdd(title), pending: { ask: 'add', title } };
      }
      return { text: phrases.talk[request.topic]() };
    }
  }
}
