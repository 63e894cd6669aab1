# The integration suite that `npm test` runs on the embedded Postgres, on Debian's older one and through a pooler: both
# at once, since much of it waits.
on() {
  local from=$SECONDS
  TEST_POSTGRES=$1 npm run test:postgres --workspace services/api -- --maxWorkers=2 || return
  echo "ci: on $1 in $((SECONDS - from)) s"
}
on debian &
debian=$!
code=0
on pgbouncer >"$CI_LOGS/pgbouncer.txt" 2>&1 || code=$?
wait "$debian" || code=$?
# Each half in one piece.
cat "$CI_LOGS/pgbouncer.txt"
exit $code
