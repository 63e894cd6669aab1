/** What is kept of the answers of a cluster: what the doctor looks at, and enough beside it to recognize them. */

type Json = Record<string, unknown>;

/** The age of a pod counts; of all else it says nothing. */
const keptOfPods = ['creationTimestamp'];
const keptOfMetadata = ['name', 'namespace', 'labels', 'annotations', 'deletionTimestamp'];
const droppedAnnotations =
  /^(kubectl\.kubernetes\.io|deployment\.kubernetes\.io|meta\.helm\.sh|endpoints\.kubernetes)/;

/** An answer without what is left out; lists object by object, and of events only warnings. */
export function trimmed(answer: unknown): unknown {
  if (!isObject(answer)) return answer;
  if (!Array.isArray(answer.items)) return answer;
  const items = (answer.items as Json[]).filter(({ kind, type }) => kind !== 'Event' || type === 'Warning');
  return { items: items.map(trimmedObject) };
}

function trimmedObject(object: Json): Json {
  const { kind, spec, status, data } = object;
  const kept = kind === 'Pod' ? [...keptOfMetadata, ...keptOfPods] : keptOfMetadata;
  const metadata = pick(asObject(object.metadata), kept);
  const annotations = Object.entries(asObject(metadata.annotations)).filter(
    ([name]) => !droppedAnnotations.test(name),
  );
  delete metadata.annotations;
  if (annotations.length > 0) metadata.annotations = Object.fromEntries(annotations);
  const special = kinds[String(kind)];
  if (special) return { kind, metadata, ...special(object) };
  return {
    kind,
    metadata,
    ...(data === undefined ? {} : { data }),
    ...(spec === undefined ? {} : { spec }),
    ...(status === undefined ? {} : { status: withoutTimes(status) }),
  };
}

const kinds: Record<string, (object: Json) => Json> = {
  Pod: ({ spec, status }) => ({
    spec: {
      containers: list(asObject(spec).containers).map((one) => pick(one, ['name', 'image', 'resources'])),
    },
    status: {
      ...pick(asObject(status), ['phase', 'reason', 'message']),
      conditions: conditionsOf(status),
      containerStatuses: list(asObject(status).containerStatuses).map((one) =>
        withoutTimes(pick(one, ['name', 'ready', 'restartCount', 'state', 'lastState'])),
      ),
    },
  }),
  Node: ({ spec, status }) => ({
    spec: pick(asObject(spec), ['unschedulable']),
    status: {
      conditions: conditionsOf(status),
      images: list(asObject(status).images).map((one) => pick(one, ['names'])),
    },
  }),
  Event: (event) => ({
    ...pick(event, ['type', 'reason', 'message', 'lastTimestamp', 'eventTime']),
    involvedObject: pick(asObject(event.involvedObject), ['kind', 'name']),
  }),
  EndpointSlice: ({ endpoints }) => ({
    endpoints: list(endpoints).map((one) => pick(one, ['conditions'])),
  }),
  Lease: ({ spec }) => ({ spec: pick(asObject(spec), ['renewTime']) }),
};

function conditionsOf(status: unknown): Json[] {
  return list(asObject(status).conditions).map((one) => pick(one, ['type', 'status', 'reason', 'message']));
}

const times = [
  'startedAt',
  'finishedAt',
  'containerID',
  'lastTransitionTime',
  'lastUpdateTime',
  'observedGeneration',
];

function withoutTimes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTimes);
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([name]) => !times.includes(name));
  return Object.fromEntries(kept.map(([name, one]) => [name, withoutTimes(one)]));
}

function pick(object: Json, names: string[]): Json {
  return Object.fromEntries(Object.entries(object).filter(([name]) => names.includes(name)));
}

function list(value: unknown): Json[] {
  return Array.isArray(value) ? (value as Json[]) : [];
}

function asObject(value: unknown): Json {
  return isObject(value) ? value : {};
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
