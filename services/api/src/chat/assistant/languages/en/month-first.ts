/** Where "3/4" is the fourth of March: in the United States and where people write as there. @module */

const american =
  /^(?:US\/|America\/(?:New_York|Detroit|Chicago|Menominee|Denver|Boise|Phoenix|Los_Angeles|Anchorage|Juneau|Sitka|Metlakatla|Yakutat|Nome|Adak|Indiana\/|Kentucky\/|North_Dakota\/|Indianapolis|Louisville|Puerto_Rico|Toronto|Vancouver|Edmonton|Winnipeg|Halifax|Regina)|Pacific\/(?:Honolulu|Guam|Pago_Pago)|Asia\/Manila)/;

/** Whether people in a zone say the month first; who has told no zone writes as the answers do, in American English. */
export function saysMonthFirst(timeZone: string | undefined): boolean {
  return timeZone === undefined || /^(?:Etc\/|UTC$|GMT$)/.test(timeZone) || american.test(timeZone);
}
