#!/usr/bin/env bash
# No known vulnerability of high severity in what ships. A registry that cannot be asked is said, not passed over; what
# the lockfile itself knows is told in any case: the packages that their authors advise against.
set -euo pipefail
answer=$(mktemp)
trap 'rm "$answer"' EXIT
npm audit --json --omit=dev --workspace services/api --workspace services/web >"$answer" 2>/dev/null || true
npx --no-install node - "$answer" <<'SCRIPT'
const { readFileSync } = require('node:fs');
const locked = Object.entries(JSON.parse(readFileSync('package-lock.json', 'utf8')).packages);
const advisedAgainst = locked.filter(([, { deprecated }]) => deprecated);
console.log(`ci: lockfile: ${advisedAgainst.length} of ${locked.length} packages are deprecated by their authors`);
for (const [path, { deprecated }] of advisedAgainst) console.log(`${path}: ${deprecated}`);
const text = readFileSync(process.argv[2], 'utf8');
const answer = text.trim().startsWith('{') ? JSON.parse(text) : { message: 'no answer' };
const found = answer.metadata?.vulnerabilities;
if (!found) {
  console.log(`ci: npm audit: COULD NOT BE ASKED, so nothing is known: ${answer.message ?? answer.error?.summary}`);
  process.exit(0);
}
const { low, moderate, high, critical, total } = found;
console.log(`ci: npm audit: ${total} known vulnerabilities in what ships (${critical} critical, ${high} high, ${moderate} moderate, ${low} low)`);
for (const [name, { severity, range, via }] of Object.entries(answer.vulnerabilities)) {
  console.log(`${severity}: ${name} ${range}: ${via.map((one) => one.title ?? one).join('; ')}`);
}
process.exit(high + critical > 0 ? 1 : 0);
SCRIPT
