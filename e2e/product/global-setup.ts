/** Before all journeys: a browser that runs, and a product to visit, which is the one at BASE_URL or one of our own. */
import { findChromium } from '../browser/find-chromium.ts';
import { packagedFonts } from '../browser/fonts.ts';
import { openMailBox } from './mail-box.ts';
import { newDataFolder, startProduct } from './product.ts';

export default async function setUp(): Promise<() => Promise<void>> {
  // The journeys run in processes of their own, which inherit what is set here.
  process.env.JOURNEY_CHROMIUM = JSON.stringify(await findChromium());
  if (process.env.BASE_URL) {
    process.env.JOURNEY_URL = new URL(process.env.BASE_URL).origin;
    return async () => {};
  }
  if (process.env.CI) process.env.JOURNEY_FONTS = await packagedFonts();
  const data = newDataFolder();
  const mails = await openMailBox();
  const cleanUp = async () => {
    await mails.close();
    data.remove();
  };
  try {
    const product = await startProduct(data.folder, mails.settings);
    process.env.JOURNEY_URL = product.url;
    process.env.JOURNEY_MAILS = mails.folder;
    return async () => {
      await product.stop();
      await cleanUp();
    };
  } catch (error) {
    await cleanUp();
    throw error;
  }
}
