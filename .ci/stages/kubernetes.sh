# The chart on a real Kubernetes with the values that the Pulumi program computes, and the journey through it.
namespace=todo-$CI_TAG
database=$namespace-db
node=$(npx --no-install node -p 'process.execPath')

finish() {
  local code=$?
  trap - EXIT
  if [ $code != 0 ]; then
    # What failed stays readable at the end of the log; everything else goes beside it.
    for n in "$database" "$namespace" "$namespace-page"; do
      kubectl --namespace "$n" get all
      kubectl --namespace "$n" describe pods
      kubectl --namespace "$n" logs --selector 'app.kubernetes.io/part-of=todo-chatbot' --all-containers --prefix --tail 500
    done >"$CI_LOGS/kubernetes-pods.txt" 2>&1
    echo "pods, events and their output: $CI_LOGS/kubernetes-pods.txt"
    kubectl --namespace "$namespace" get pods
  fi
  helm uninstall todo-chatbot --namespace "$namespace" --wait --timeout 90s
  kubectl delete namespace "$namespace" "$namespace-page" "$database" --ignore-not-found --timeout=120s
  kubectl delete --filename stack/chart/tests/kagent --ignore-not-found --timeout=60s
  exit $code
}
trap finish EXIT
trap 'exit 143' TERM INT

for n in "$namespace" "$database"; do
  kubectl create namespace "$n"
  # Pods with more rights than they need are refused here.
  kubectl label namespace "$n" pod-security.kubernetes.io/enforce=restricted
done

# The images under the names that the program gives them: what they are made from. Beside each a second one to roll to,
# which differs by a label.
program() { "$node" stack/src/print-values.ts "$@"; }
mapfile -t images < <(program --show images)
second=()
for image in "${images[@]}"; do
  docker tag "${image%%:*}:$CI_TAG" "$image"
  printf 'FROM %s\nLABEL second=yes\n' "$image" | docker build --quiet --tag "$image-second" -
  second+=("$image-second")
done
"$LAB/cluster-load" "${images[@]}" "${second[@]}" postgres:17-bookworm

password=$(head -c 24 /dev/urandom | base64 | tr -d '+/=')
JWT_SECRET=$(head -c 48 /dev/urandom | base64 -w 0)
DATABASE_URL=postgres://todo:$password@postgres.$database:5432/todo
export JWT_SECRET DATABASE_URL
kubectl --namespace "$database" create secret generic postgres --from-env-file=<(echo "POSTGRES_PASSWORD=$password")
kubectl --namespace "$database" apply --filename .ci/manifests/postgres.yaml
kubectl --namespace "$database" rollout status deployment/postgres --timeout=120s

address=$(kubectl get nodes --output jsonpath='{.items[0].status.addresses[?(@.type=="InternalIP")].address}')
port=$((30000 + RANDOM % 2000))
url=http://$address:$port
values=$CI_LOGS/values.yaml
program --set webNodePort=$port --set publicUrl="$url" >"$values"
! grep -F -e "$password" -e "$JWT_SECRET" "$values" || { echo 'the values hold a secret'; exit 1; }
secret=$(sed -n 's/^existingSecret: //p' "$values")
kubectl --namespace "$namespace" create secret generic "$secret" \
  --from-env-file=<(printf 'DATABASE_URL=%s\nJWT_SECRET=%s\n' "$DATABASE_URL" "$JWT_SECRET")

from=$(date +%s)
helm upgrade --install todo-chatbot stack/chart --namespace "$namespace" --values "$values" --wait --timeout 3m
echo "ci: rolled out $(($(date +%s) - from)) s after helm upgrade --install"
kubectl --namespace "$namespace" get pods
helm test todo-chatbot --namespace "$namespace" --timeout 2m --logs

# The doctor on that very deployment: nothing is broken (a node with many images does not tell them all: then 1), and
# what somebody deleted by hand is found. The roll below makes it again.
doctor() {
  "$node" stack/cli/start.ts doctor --context "$(kubectl config current-context)" --namespace "$namespace" --json
}
doctor >"$CI_LOGS/doctor.json" || [ $? = 1 ] || { cat "$CI_LOGS/doctor.json"; exit 1; }
kubectl --namespace "$namespace" delete poddisruptionbudget todo-web
doctor >"$CI_LOGS/doctor-deleted.json" || [ $? = 1 ]
grep -F 'PodDisruptionBudget/todo-web was deleted by hand' "$CI_LOGS/doctor-deleted.json"

BASE_URL=$url npm test -w e2e

npm run --silent prove:rollout -- --rolls 3 --context "$(kubectl config current-context)" --namespace "$namespace" \
  --url "$url" --second-images "api=${second[0]},web=${second[1]}" >"$CI_LOGS/rollout.txt" || proved=no
sed '/./!d; s/^/ci: /' "$CI_LOGS/rollout.txt"
[ -z "${proved:-}" ]

# What the chart makes for kagent, as an API server with kagent's definitions takes it, rules included.
kubectl apply --server-side --filename stack/chart/tests/kagent
kubectl wait --for=condition=Established --timeout=60s --filename stack/chart/tests/kagent
for kagent in enabled=true enabled=true,kagent.writes=true; do
  helm template todo-chatbot stack/chart --show-only templates/kagent.yaml --set "kagent.$kagent,kagent.namespace=$namespace" |
    kubectl apply --dry-run=server --validate=strict --filename -
done
kubectl delete --filename stack/chart/tests/kagent --timeout=60s

# AIOPS.md by hand, in a namespace of its own on the same database server. Its images are in the build cache already.
npm run --silent prove:page -w @todo-chatbot/stack -- --namespace "$namespace-page" --load "$LAB/cluster-load"

kubectl --namespace "$namespace" get pods --output jsonpath='{range .items[*]}{.metadata.name}{" restarts: "}{.status.containerStatuses[0].restartCount}{"\n"}{end}'
