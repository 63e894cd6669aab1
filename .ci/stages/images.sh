# Builds both images and looks at them: size over their base, user, secrets, start on a read-only root, end on SIGTERM.
base=gcr.io/distroless/nodejs24-debian12:nonroot
declare -A most=([api]=10 [web]=30) # MB over the base
trap 'docker rm --force "$CI_TAG-api" "$CI_TAG-web" >/dev/null 2>&1 || true' EXIT

# No time of its building is part of an image.
same=(--build-arg SOURCE_DATE_EPOCH=0)

fail() { echo "$*"; exit 1; }

for service in api web; do
  image=todo-$service:$CI_TAG
  from=$(date +%s)
  docker build --progress plain "${same[@]}" --label "ci=$CI_TAG" --file "services/$service/Dockerfile" --tag "$image" .
  took=$(($(date +%s) - from))

  size=$(docker image inspect --format '{{.Size}}' "$image")
  base_size=$(docker image inspect --format '{{.Size}}' $base)
  added=$(((size - base_size + 999999) / 1000000))
  echo "ci: $image: base + $added MB of ${most[$service]} MB, built in $took s"
  [ "$added" -le "${most[$service]}" ] || fail "$image is $added MB over its base, more than ${most[$service]} MB"

  user=$(docker image inspect --format '{{.Config.User}}' "$image")
  [[ $user =~ ^[1-9][0-9]*(:[0-9]+)?$ ]] || fail "$image runs as '$user', not as a user by number other than 0"

  # Neither what built the image nor what it is started with may hold a secret, nor may a file of it.
  { docker history --no-trunc --format '{{.CreatedBy}}' "$image"; docker image inspect "$image"; } >"$CI_LOGS/$service-image.txt"
  ! grep -iE '(secret|password|passwd|api_?key|token)["'\'']?[=:] *["'\'']?[^" ]|-----BEGIN|[a-z]+://[^/ :]+:[^@ ]+@' "$CI_LOGS/$service-image.txt" ||
    fail "$image: that looks like a secret"
  docker create --name "$CI_TAG-$service" "$image" >/dev/null
  docker export "$CI_TAG-$service" | tar --list >"$CI_LOGS/$service-files.txt"
  ! grep -E '^(app|data)/(.*/)?(\.env[^/]*|\.npmrc|\.git|\.data|[^/]*\.(pem|key|test\.[a-z]+))(/|$)' "$CI_LOGS/$service-files.txt" ||
    fail "$image: those files have no business in it"
  docker rm --force "$CI_TAG-$service" >/dev/null
done

# The same sources make the same image, also with nothing from a cache of layers.
for service in api web; do
  again=$(docker build --no-cache --quiet "${same[@]}" --label "ci=$CI_TAG" --file "services/$service/Dockerfile" .)
  [ "$again" = "$(docker image inspect --format '{{.Id}}' "todo-$service:$CI_TAG")" ] ||
    fail "todo-$service built twice is not the same: $again"
  echo "ci: todo-$service built twice, the second time without a cache: $again"
done

locked=(--read-only --cap-drop ALL --security-opt no-new-privileges --tmpfs /tmp)

# A missing setting ends api with one line that names it.
said=$(docker run --rm "todo-api:$CI_TAG" 2>&1) && fail "api started without a database: $said"
[[ $(wc -l <<<"$said") = 1 && $said = *DATABASE_URL* ]] || fail "api without a database should name DATABASE_URL in one line: $said"

# web answers on a read-only root without any right, and ends with 0 well within its grace.
web=$CI_TAG-web
docker run --detach --name "$web" --env DRAIN_SECONDS=1 "${locked[@]}" "todo-web:$CI_TAG" >/dev/null
answers() { docker exec "$web" /nodejs/bin/node -e "fetch('http://127.0.0.1:3000/health').then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"; }
for attempt in {1..60}; do
  answers && break
  [ "$attempt" != 60 ] || { docker logs "$web"; fail 'web does not answer'; }
  sleep 0.5
done
from=$(date +%s%3N)
docker stop --time 20 "$web" >/dev/null
code=$(docker inspect --format '{{.State.ExitCode}}' "$web")
echo "ci: web ended with $code, $(($(date +%s%3N) - from)) ms after SIGTERM (drain 1 s)"
[ "$code" = 0 ] || { docker logs "$web"; fail "web ended with $code"; }
