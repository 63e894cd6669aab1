/** @module What the mail to somebody who forgot the password says, in English and Urdu. */
import type { Mail } from '../../mail/mailer.ts';
import type { Language } from '../profile/preferences.ts';

interface Wording {
  direction: 'ltr' | 'rtl';
  subject: string;
  greeting: string;
  request: string;
  action: string;
  limits(minutes: number): string;
  otherwise: string;
}

const WORDS: Record<Language, Wording> = {
  en: {
    direction: 'ltr',
    subject: 'Choose a new password',
    greeting: 'Hello,',
    request: 'somebody, most likely you, wants a new password for your todo list. Choose it here:',
    action: 'Choose a new password',
    limits: (minutes) => `The link works once, and for ${minutes} minutes.`,
    otherwise: 'If it was not you, there is nothing to do: your password stays as it is.',
  },
  ur: {
    direction: 'rtl',
    subject: 'نیا پاس ورڈ منتخب کریں',
    greeting: 'السلام علیکم،',
    request: 'کسی نے، غالباً آپ نے، آپ کی کاموں کی فہرست کے لیے نیا پاس ورڈ مانگا ہے۔ اسے یہاں منتخب کریں:',
    action: 'نیا پاس ورڈ منتخب کریں',
    limits: (minutes) => `یہ لنک ایک بار اور ${minutes} منٹ تک کام کرے گا۔`,
    otherwise: 'اگر یہ آپ نہیں تھے تو کچھ کرنے کی ضرورت نہیں: آپ کا پاس ورڈ وہی رہے گا۔',
  },
};

/**
 * The mail with the link. The token stands behind the `#`, which browsers send to no server; the account's name is left
 * out, since anybody may have signed up with this address and put their own words there.
 */
export function resetMail(options: {
  to: string;
  language: Language;
  publicUrl: URL;
  token: string;
  minutes: number;
}): Mail {
  const { to, language, publicUrl, token, minutes } = options;
  const words = WORDS[language];
  const link = new URL(`/reset-password#token=${token}`, publicUrl).href;
  const limits = words.limits(minutes);
  return {
    to,
    subject: words.subject,
    text: [words.greeting, words.request, link, limits, words.otherwise].join('\n\n'),
    html: [
      '<!doctype html>',
      `<html lang="${language}" dir="${words.direction}"><meta charset="utf-8"><title>${words.subject}</title>`,
      '<body style="font-family: sans-serif; line-height: 1.6">',
      `<p>${words.greeting}</p><p>${words.request}</p>`,
      `<p><a href="${link}">${words.action}</a></p>`,
      `<p>${limits}</p><p>${words.otherwise}</p>`,
      '</body></html>',
    ].join('\n'),
  };
}
