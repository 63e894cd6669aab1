# Docker, the base images, helm and a one-node Kubernetes; the first time on a machine they are compiled.
[ -x "$LAB/all-up" ] || { echo "there is no $LAB: without it there is neither Docker nor Kubernetes"; exit 1; }
"$LAB/all-up" cluster
kubectl get nodes
