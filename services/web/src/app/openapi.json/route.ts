export { passThrough as GET, passThrough as HEAD } from '../../server/pass-through.ts';
