# Runs stages, counts what passed and failed, and takes down at the end what was not up before. Sourced by .ci/run.

LAB=$PWD/../shared/lab
PASSED=0
FAILED=0
STAGE_PID=
declare -A RESULT=()

export NO_COLOR=1 FORCE_COLOR=0 DO_NOT_TRACK=1 TURBO_TELEMETRY_DISABLED=1 NEXT_TELEMETRY_DISABLED=1
export DEBIAN_FRONTEND=noninteractive npm_config_update_notifier=false npm_config_progress=false
export CI_TAG=ci-$$ LAB
if [ -f "$LAB/env.sh" ]; then . "$LAB/env.sh" cluster; fi

# stage NAME "NEEDED…": runs .ci/stages/NAME.sh with its output in a log; shows the end of it when it failed
stage() {
  local name=$1 need log=$CI_LOGS/$1.log start=$SECONDS code tests passed failed
  for need in $2; do
    if [ "${RESULT[$need]:-passed}" = failed ]; then
      RESULT[$name]=failed
      FAILED=$((FAILED + 1))
      printf 'FAILED  %-10s not run: it needs %s\n' "$name" "$need"
      return
    fi
  done
  # A process group of its own, so that an interrupt reaches everything the stage started, and only that.
  set -m
  bash -euo pipefail ".ci/stages/$name.sh" >"$log" 2>&1 &
  STAGE_PID=$!
  set +m
  wait "$STAGE_PID"
  code=$?
  STAGE_PID=

  tests=$(bash .ci/count-tests.sh <"$log")
  read -r passed failed <<<"$tests"
  PASSED=$((PASSED + passed))
  FAILED=$((FAILED + failed))
  # A runner that says "failed" and exits with 0 is not believed.
  if [ "$code" = 0 ] && [ "$failed" = 0 ]; then
    RESULT[$name]=passed
    PASSED=$((PASSED + 1))
    printf 'passed  %-10s %4d s' "$name" $((SECONDS - start))
    [ "$passed" = 0 ] || printf '  %d tests' "$passed"
    echo
    sed -n 's/^ci: /          /p' "$log"
  else
    RESULT[$name]=failed
    FAILED=$((FAILED + 1))
    printf 'FAILED  %-10s %4d s  exit code %d, %d tests passed, %d failed; the end of %s:\n' \
      "$name" $((SECONDS - start)) "$code" "$passed" "$failed" "$log"
    tail -n 150 "$log" | sed 's/^/  | /'
  fi
}

stop_stage() {
  [ -z "$STAGE_PID" ] && return
  kill -TERM -- "-$STAGE_PID" 2>/dev/null
  wait "$STAGE_PID" 2>/dev/null
  STAGE_PID=
}

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
