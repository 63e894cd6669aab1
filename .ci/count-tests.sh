# Reads a log and prints "PASSED FAILED": the sums of what vitest, Playwright, helm-unittest and node:test say themselves.
# A test that was skipped or not run did not pass. Up to two journeys that pass at their second try did: a host that
# takes the processors away for seconds makes one late (docs/decisions/2026-11-22-a-journey-may-be-tried-twice.md).
sed -E 's/\x1b\[[0-9;]*[A-Za-z]//g; s/^[^ ]+:(test|build): ?//' | awk '
  function add(number, word) {
    if (word ~ /^pass/) passed += number
    else if (word ~ /^flaky/) twice += number
    else if (word ~ /^(fail|error|skip|did|todo|cancel|interrupt)/) failed += number
  }
  # vitest:         Tests  1 failed | 11 passed | 2 skipped (14)
  # helm-unittest:  Tests:       12 passed, 0 failed, 0 errored, 12 total
  /^ *Tests:? +[0-9]/ {
    sub(/^ *Tests:? +/, ""); sub(/ *\([0-9]+\).*$/, "")
    count = split($0, parts, / *[|,] */)
    for (i = 1; i <= count; i++) { split(parts[i], word, " "); add(word[1], word[2]) }
    next
  }
  # Playwright:     5 passed (10.2s)
  /^ +[0-9]+ (passed|failed|flaky|skipped|interrupted|did not run)( \([0-9.]+m?s?\))?$/ { add($1, $2); next }
  # node:test:      # pass 5
  /^(#|ℹ) (pass|fail|skipped|cancelled|todo) [0-9]+$/ { add($3, $2) }
  END {
    if (twice > 2) failed += twice; else passed += twice
    print passed + 0, failed + 0
  }
'
