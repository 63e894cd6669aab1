# Runs stages, counts what passed and failed, and takes down at the end what was not up before. Sourced by .ci/run.

LAB=$PWD/../shared/lab
LANES=()

export NO_COLOR=1 FORCE_COLOR=0 DO_NOT_TRACK=1 TURBO_TELEMETRY_DISABLED=1 NEXT_TELEMETRY_DISABLED=1
export DEBIAN_FRONTEND=noninteractive npm_config_update_notifier=false npm_config_progress=false
export CI_TAG=ci-$$ LAB
if [ -f "$LAB/env.sh" ]; then . "$LAB/env.sh" cluster; fi

# run_lanes 'STAGE… | STAGE…' 'WANTED…': what is wanted of the stages of each lane, one after the other, the lanes at once
run_lanes() {
  local lanes lane name
  IFS='|' read -ra lanes <<<"$1"
  for lane in "${lanes[@]}"; do
    {
      for name in $lane; do
        [[ " $2 " == *" $name "* ]] && stage "$name" "${NEEDS[$name]:-}"
      done
    } &
    LANES+=($!)
  done
  wait "${LANES[@]}"
  LANES=()
}

# stage NAME "NEEDED…": runs .ci/stages/NAME.sh with its output in a log; shows the end of it when it failed
stage() {
  local name=$1 need log=$CI_LOGS/$1.log start=$SECONDS code tests passed failed busy
  for need in $2; do
    if grep -qs '^failed' "$CI_LOGS/$need.result"; then
      echo 'failed 0 1' >"$CI_LOGS/$name.result"
      printf 'FAILED  %-10s not run: it needs %s\n' "$name" "$need"
      return
    fi
  done
  busy=$(busy_centiseconds)
  # A process group of its own, so that an interrupt reaches everything the stage started, and only that.
  set -m
  bash -euo pipefail ".ci/stages/$name.sh" >"$log" 2>&1 &
  echo $! >"$CI_LOGS/$name.pid"
  set +m
  wait $!
  code=$?
  rm "$CI_LOGS/$name.pid"
  echo "$name $((SECONDS - start)) s, $((($(busy_centiseconds) - busy) / 100)) s of processors busy" >>"$CI_LOGS/busy.txt"

  tests=$(bash .ci/count-tests.sh <"$log")
  read -r passed failed <<<"$tests"
  # Two that end at once do not speak at once.
  exec 8>"$CI_LOGS/speaking"
  flock 8
  # A runner that says "failed" and exits with 0 is not believed.
  if [ "$code" = 0 ] && [ "$failed" = 0 ]; then
    echo "passed $((passed + 1)) 0" >"$CI_LOGS/$name.result"
    printf 'passed  %-10s %4d s' "$name" $((SECONDS - start))
    [ "$passed" = 0 ] || printf '  %d tests' "$passed"
    echo
    sed -n 's/^ci: /          /p' "$log"
    # Playwright marks each try that failed; what is listed here passed at the next one.
    sed -nE 's/^([^ ]+:test: )? *✘ +[0-9]+ /          tried twice: /p' "$log" | cut -c1-250
  else
    echo "failed $passed $((failed + 1))" >"$CI_LOGS/$name.result"
    printf 'FAILED  %-10s %4d s  exit code %d, %d tests passed, %d failed; the end of %s:\n' \
      "$name" $((SECONDS - start)) "$code" "$passed" "$failed" "$log"
    # What did not pass may stand far from the end.
    grep -nE 'FAIL |✗|✘|×| +-  +[0-9]+ \[|↓|AssertionError|[0-9]+ flaky$' "$log" | cut -c1-250 | head -n 40 | sed 's/^/  > /'
    # What Playwright says of a journey: its number, then why.
    grep -nE -A 12 '^([^ ]+:test: )? +[0-9]+\) \[' "$log" | cut -c1-200 | head -n 60 | sed 's/^/  > /'
    tail -n 110 "$log" | sed 's/^/  | /'
  fi
  exec 8>&-
}

# what all processors of this machine have worked so far
busy_centiseconds() { awk '/^cpu / { print $2 + $3 + $4 + $7 + $8; exit }' /proc/stat; }

# The lanes first, so that none goes on to its next stage; then what they run, which may have something to take down.
stop_lanes() {
  local file group
  [ ${#LANES[@]} = 0 ] || kill -TERM "${LANES[@]}" 2>/dev/null
  for file in "$CI_LOGS"/*.pid; do
    [ -e "$file" ] || continue
    group=$(cat "$file")
    kill -TERM -- "-$group" 2>/dev/null
  done
  for file in "$CI_LOGS"/*.pid; do
    [ -e "$file" ] || continue
    for _ in {1..360}; do
      kill -0 -- "-$(cat "$file")" 2>/dev/null || break
      sleep 0.5
    done
  done
}

# The sums of what the stages left: "PASSED FAILED".
sum_up() { cat "$CI_LOGS"/*.result 2>/dev/null | awk '{ passed += $2; failed += $3 } END { print passed + 0, failed + 0 }'; }

docker_is_up() { docker info >/dev/null 2>&1; }
cluster_is_up() { [ "$(docker inspect -f '{{.State.Running}}' lab-node 2>/dev/null)" = true ]; }

remember_what_runs() {
  DOCKER_WAS_UP=no CLUSTER_WAS_UP=no
  if docker_is_up; then DOCKER_WAS_UP=yes; fi
  if cluster_is_up; then CLUSTER_WAS_UP=yes; fi
}

clean_up() {
  local log=$CI_LOGS/clean-up.log images
  docker_is_up || return
  {
    mapfile -t images < <(docker image ls --quiet --filter "label=ci=$CI_TAG" | sort -u)
    [ ${#images[@]} = 0 ] || docker rmi --force "${images[@]}"
    if [ "$CLUSTER_WAS_UP" = no ] && cluster_is_up; then "$LAB/cluster-down"; fi
    # The daemon that the lab started says its process id itself.
    if [ "$DOCKER_WAS_UP" = no ] && [ -s /run/docker.pid ]; then kill -TERM "$(cat /run/docker.pid)"; fi
  } >"$log" 2>&1
}
