# The chart on a real Kubernetes with the values that the Pulumi program computes, and the journey through it.
namespace=todo-$CI_TAG
database=$namespace-db
node=$(npx --no-install node -p 'process.execPath')

finish() {
  local code=$?
  trap - EXIT
  if [ $code != 0 ]; then
    # What failed stays readable at the end of the log; everything else goes beside it.
    for n in "$database" "$namespace"; do
      kubectl --namespace "$n" get all
      kubectl --namespace "$n" describe pods
      kubectl --namespace "$n" logs --selector 'app.kubernetes.io/part-of=todo-chatbot' --all-containers --prefix --tail 500
    done >"$CI_LOGS/kubernetes-pods.txt" 2>&1
    echo "pods, events and their output: $CI_LOGS/kubernetes-pods.txt"
    kubectl --namespace "$namespace" get pods
  fi
  helm uninstall todo-chatbot --namespace "$namespace" --wait --timeout 90s
  kubectl delete namespace "$namespace" "$database" --ignore-not-found --timeout=120s
  exit $code
}
trap finish EXIT
trap 'exit 143' TERM INT

for n in "$namespace" "$database"; do
  kubectl create namespace "$n"
  # Pods with more rights than they need are refused here.
  kubectl label namespace "$n" pod-security.kubernetes.io/enforce=restricted
done

# The images under the names that the program gives them: what they are made from.
# The program also says on the way what it will do; that is for people.
program() { "$node" stack/src/print-values.ts "$@" | sed "/^info: /d"; }
mapfile -t images < <(program --show images)
for image in "${images[@]}"; do docker tag "${image%%:*}:$CI_TAG" "$image"; done
"$LAB/cluster-load" "${images[@]}" postgres:17-bookworm

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

BASE_URL=$url npm test -w e2e

kubectl --namespace "$namespace" get pods --output jsonpath='{range .items[*]}{.metadata.name}{" restarts: "}{.status.containerStatuses[0].restartCount}{"\n"}{end}'
