# `docker compose up` with nothing configured, and the journey through it.
export COMPOSE_PROJECT_NAME=todo-$CI_TAG TODO_TAG=$CI_TAG
unset DATABASE_URL JWT_SECRET JWT_SECRET_PREVIOUS PUBLIC_URL OPENAI_API_KEY OPENAI_BASE_URL ANTHROPIC_API_KEY AI_MODEL
PORT=$(node -e 'const server = require("node:net").createServer().listen(0, () => { console.log(server.address().port); server.close(); })')
export PORT

finish() {
  local code=$?
  trap - EXIT
  if [ $code != 0 ]; then
    docker compose logs --no-color >"$CI_LOGS/compose-output.txt" 2>&1
    echo "output of the containers: $CI_LOGS/compose-output.txt"
    docker compose ps --all
  fi
  docker compose down --volumes --timeout 10
  exit $code
}
trap finish EXIT
trap 'exit 143' TERM INT

from=$(date +%s)
docker compose up --detach --wait --no-build
echo "ci: healthy $(($(date +%s) - from)) s after docker compose up"
docker compose ps

for service in db api web; do
  container=$(docker compose ps --quiet "$service")
  locked=$(docker inspect --format '{{.HostConfig.ReadonlyRootfs}} {{.HostConfig.CapDrop}} {{.HostConfig.SecurityOpt}}' "$container")
  [ "$locked" = 'true [ALL] [no-new-privileges:true]' ] || { echo "$service has more rights than it needs: $locked"; exit 1; }
done
# Nothing but web can be reached from this machine, and web from this machine alone.
published=$(docker compose ps --quiet | xargs docker inspect --format '{{range $_, $to := .NetworkSettings.Ports}}{{range $to}}{{.HostIp}}:{{.HostPort}} {{end}}{{end}}' | xargs)
[ "$published" = "127.0.0.1:$PORT" ] || { echo "published: $published"; exit 1; }

env -u PORT BASE_URL="http://localhost:$PORT" npm test -w e2e

# Both services end by themselves, within their grace.
docker compose stop
for service in api web; do
  code=$(docker inspect --format '{{.State.ExitCode}}' "$(docker compose ps --all --quiet "$service")")
  [ "$code" = 0 ] || { echo "$service ended with $code"; exit 1; }
done
