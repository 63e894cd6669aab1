# Docker with the base images, Helm, and a Kubernetes to install the chart on: ../shared/lab builds them, and keeps them.
[ -x "$LAB/all-up" ] || { echo "there is no $LAB: without it there is neither Docker nor Kubernetes"; exit 1; }
"$LAB/all-up"

# A node that was cut off while it ran comes back and falls again before it stands: only one that runs is taken as it is.
[ "$(docker inspect -f '{{.State.Running}}' lab-node 2>/dev/null)" = true ] || "$LAB/cluster-down"
"$LAB/cluster-up" || { "$LAB/cluster-down" && "$LAB/cluster-up"; }
