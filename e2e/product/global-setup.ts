/** Before all journeys: a browser that runs, and a product to visit, which is the one at BASE_URL or one of our own. */
import { findChromium } from '../browser/find-chromium.ts';
import { newDataFolder, startProduct } from './product.ts';

export default async function setUp(): Promise<() => Promise<void>> {
  // The journeys run in processes of their own, which inherit what is set here.
  process.env.JOURNEY_CHROMIUM = JSON.stringify(await findChromium());
  if (process.env.BASE_URL) {
    process.env.JOURNEY_URL = new URL(process.env.BASE_URL).origin;
    return async () => {};
  }
  const data = newDataFolder();
  try {
    const product = await startProduct(data.folder);
    process.env.JOURNEY_URL = product.url;
    return async () => {
      await product.stop();
      data.remove();
    };
  } catch (error) {
    data.remove();
    throw error;
  }
}
