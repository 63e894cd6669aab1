/** Which words tell that a message in Latin letters is Urdu: English and Urdu both have to know. @module */

/** Words that English does not have, or not there. */
const telling =
  /(?<![\p{L}])(?:hai|hain|hoon|mein|maine|kaam|saare|sare|mere|meri|daal|pehla|pehle|pehli|doosra|dusra|dusri|teesra|shaam|subah|mujhe|mujhay|karo|karna|kardo|karwana|karwani|karen|karein|dein|wala|wali|walay|kya|nahi|nahin|baje|liye|zaroori|shukriya|abhi|aur|bhi|kal|ko|ka|ki|kar|dikhao|dikhado|likh|likho|batao|gaya|gayi|gaye|lana|lao|aya|hata|hatao|nikal|yaad|dobara|diya|liya|wapis|wapas|kitne|kitni|jumme|itwar|tak|rehne|chahiye|hua|hui|doodh|dena|deni|lena|leni|lene|lani|jana|jani|dikhana|rakhna|rakhdo|chor|chhor|dono|donon|teeno|teenon|reh|rehta|rehte|raha|rahi|rahe|hogaya|hogya|hogayi|hogai|hogaye|karwa|krwa|karwado|karlia|karliya|kardia|kardiya|krliya|krdiya|jama|paas|kab|kahan|kuch|koi|itna|itni|zyada|agle|agla|pichla|rozana|galti|ghalti|jumerat|jumeraat|mangal|hafte|raat|dopahar|parson|parso|aaj|nikalo|khareedna|khareedni|bhejna|bhejni|parhna|dhona|chahye|chahie|krna|krni|krdo|kro|nhi|mera|apna|apni|apne|yeh|woh|isko|usko|iska|uska|iski|uski|isay|usay|dedo|lelo|tha|thi|baad|bhool|konse|kaunse|kaise|kahin|acha|achha|dho|dein|chuka|chuki|chuke|bhar|baqi|baki|wajah|jaldi|phir|agar|laga|wale|konsa|kaunsa|zaroorat|tum|sakte|matlab|aage|ghanta|tareekh|wapas|hun|jaye|jaaye|karun|karoon|balke|lagao|banao|barha|badha|bataiye|bataen|dikhaiye|kijiye|dijiye|likhiye|hataiye|aaya|aayi)(?![\p{L}])/giu;
/** How a request ends, the verb last; nothing in English does. */
const ending =
  /\s(?:karo|kardo|krdo|kar do|kar den|kar dein|karein|kar lo|kijiye|dikhao|dikha do|dikhado|batao|bata do|hatao|hata do|mita do|nikal do|likho|likh lo|likh do|(?:wapis|wapas) (?:lao|karo|kar do)|ho gay[aei]|dilana|dila do)(?:\s+(?:yaar|bhai|please|plz|pls|na|ji))?[\s.!?]*$/iu;

/** A verb that ends a sentence, in letters that few English words at the end have. */
const verbLast =
  /\s(?:di|dia|diya|dea|liya|lia|liye|gaya|gya|gayi|gai|gaye|hai|hain|hy|tha|thi|hoga|chahiye|chahye|karo|kardo|karna|dena|lena|dilana|dikhana|li|hogaya|hogayi|hogai|hogaye|karlia|karliya|kardia|kardiya|rahi|raha|rahe|lao|aaya|aya|aayi|ayi|hun|hoon|gae|kijiye|dijiye)[\s.!?]*$/iu;

/** The same for a message of two words. */
const certainEnding =
  /^(?:shukriya|jazakallah|salam|salaam|khuda hafiz|allah hafiz|theek hai|thik hai|haan ji|ji haan|nahi|rehne do)(?: (?:bhai|yaar|ji|aap ka|alaikum))?[\s.!?]*$|^[\p{L}]+ (?:dikhao|dikhado|dikha do|batao|hatao|kardo|krdo)[\s.!?]*$/iu;

/** Whether a text is Urdu in Latin letters: nobody says two of its small words in English. */
export function isRoman(text: string): boolean {
  if (/\p{Script=Arabic}/u.test(text)) return false;
  if (certainEnding.test(text.trim())) return true;
  const words = text.match(/[\p{L}]+/gu)?.length ?? 0;
  const urdu =
    (text.match(telling)?.length ?? 0) +
    (words > 2 && ending.test(text) ? 2 : 0) +
    (words > 2 && verbLast.test(text) ? 1 : 0);
  return urdu >= 2 && urdu * 4 >= words;
}
