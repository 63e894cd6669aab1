/** The fake api as a program: `node test/serve-fake-api.ts <port>`, to look at the pages without the real one. */
import { fakeApi, listen } from './fake-api.ts';

const { app, store } = fakeApi({ chunkMilliseconds: 40 });
const day = (distance: number) => new Date(Date.now() + distance * 86_400_000).toISOString();
store.add({ title: 'Call the dentist', due_date: day(1).slice(0, 10), priority: 'high' });
store.add({ title: 'Prepare the team meeting', due_at: day(3), tags: ['work'] });
store.add({ title: '<img src=x onerror=alert(1)>', description: 'hostile' });
store.add({ title: 'Renew the passport', due_date: day(-2).slice(0, 10) });
store.add({ title: 'Water the plants', completed: true });

const { url } = await listen(app, Number(process.argv[2]));
console.log(url);
