/** The test bed's files: what people say, with the tasks before and after. `README.md` tells their format. @module */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from '@hono/zod-openapi';
import { parse } from 'yaml';
import type { Moment } from '../src/chat/assistant/testing/conversation-with.ts';

const fields = {
  title: z.string(),
  completed: z.boolean(),
  description: z.string(),
  priority: z.enum(['low', 'medium', 'high']),
  due_date: z.string().nullable(),
  due_at: z.string().nullable(),
  tags: z.array(z.string()),
  recurrence: z.string().nullable(),
  parent_id: z.number().nullable(),
};

const pattern = z.strictObject({ match: z.string() });

/** Fields of a task at the end; those that are not named are not looked at. */
const expectedTask = z
  .strictObject({
    title: z.union([fields.title, pattern]),
    completed: fields.completed,
    description: z.union([fields.description, pattern]),
    priority: z.union([fields.priority, pattern]),
    due_date: z.union([fields.due_date, pattern]),
    due_at: z.union([fields.due_at, pattern]),
    tags: fields.tags,
    recurrence: fields.recurrence,
    parent_id: fields.parent_id,
  })
  .partial();

const writingTools = ['add_task', 'complete_task', 'delete_task', 'update_task', 'restore_task'] as const;

const answer = z.strictObject({
  says: z.array(z.union([z.string(), pattern])).default([]),
  never: z.array(z.string()).default([]),
});

const after = z.record(z.string().regex(/^\d+$/), expectedTask);

const caseSchema = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]+$/),
  language: z.string().default('en'),
  tasks: z
    .array(z.union([z.string(), z.strictObject(fields).partial().required({ title: true })]))
    .default([]),
  says: z.array(z.string()).min(1),
  calls: z.array(z.enum(writingTools)).optional(),
  after: after.optional(),
  answer: answer.optional(),
  answers: z.array(answer.nullable()).optional(),
  or: z.array(z.strictObject({ after: after.optional(), answer: answer.optional() })).default([]),
});

const groupSchema = z.strictObject({
  group: z.string(),
  moment: z.strictObject({ now: z.iso.datetime({ offset: true }), timeZone: z.string() }).optional(),
  cases: z.array(caseSchema),
});

export type ExpectedAnswer = z.infer<typeof answer>;
export type ExpectedTask = z.infer<typeof expectedTask>;
export interface Case extends z.infer<typeof caseSchema> {
  group: string;
  /** When and where it happens, if it is not the moment of every test. */
  moment: Moment | undefined;
}

/**
 * Which cases: those that the rules are held against, those that nobody who writes rules has seen, or those that are
 * known not to go well yet.
 */
export type Bed = 'cases' | 'held-back' | 'open';

/** Reads every case of a bed. */
export async function readCases(bed: Bed): Promise<Case[]> {
  const cases: Case[] = [];
  const files = await readdir(join(import.meta.dirname, bed));
  for (const file of files.filter((name) => name.endsWith('.yaml')).sort()) {
    const read = groupSchema.safeParse(parse(await readFile(join(import.meta.dirname, bed, file), 'utf8')));
    if (!read.success) throw new Error(`evals/${bed}/${file}: ${z.prettifyError(read.error)}`);
    const { group, moment, cases: own } = read.data;
    const twice = own.find(({ name }, index) => own.findIndex((other) => other.name === name) < index);
    if (twice) throw new Error(`evals/${bed}/${file}: two cases are called ${twice.name}`);
    cases.push(...own.map((one) => ({ ...one, group, moment })));
  }
  return cases;
}
