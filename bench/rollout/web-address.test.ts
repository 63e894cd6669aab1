import { expect, test } from 'vitest';
import { candidates } from './web-address.ts';

const nodes = {
  items: [
    {
      status: {
        addresses: [
          { type: 'InternalIP', address: '192.168.49.2' },
          { type: 'Hostname', address: 'minikube' },
        ],
      },
    },
  ],
};

test('the load balancer comes first, then the port of each node', () => {
  const service = {
    spec: { type: 'LoadBalancer', ports: [{ port: 80, nodePort: 30080 }] },
    status: {
      loadBalancer: { ingress: [{ ip: '10.0.0.7' }, { hostname: 'lb.example' }, { ip: 'fd00::7' }] },
    },
  };
  expect(candidates(service, nodes)).toEqual([
    'http://10.0.0.7',
    'http://lb.example',
    'http://[fd00::7]',
    'http://192.168.49.2:30080',
  ]);
});

test('a service inside the cluster has no address', () => {
  const service = { spec: { type: 'ClusterIP', ports: [{ port: 80 }] }, status: { loadBalancer: {} } };
  expect(candidates(service, nodes)).toEqual([]);
});
