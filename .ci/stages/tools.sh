# What a fresh machine lacks: a browser for the journey, and scanners. Docker, helm and Kubernetes come with the next stage.
. .ci/scanners.sh
missing=()
command -v chromium-headless-shell >/dev/null || missing+=(chromium-headless-shell)
command -v curl >/dev/null || missing+=(curl)
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing+=(postgresql)
command -v pgbouncer >/dev/null || [ -x /usr/sbin/pgbouncer ] || missing+=(pgbouncer)
command -v promtool >/dev/null || missing+=(prometheus)
command -v git >/dev/null || missing+=(git)
python3 -c 'import ensurepip' 2>/dev/null || missing+=(python3-venv)
if [ ${#missing[@]} -gt 0 ]; then
  # Tests start servers of their own: none is made by installing one.
  mkdir -p /etc/postgresql-common
  [ -e /etc/postgresql-common/createcluster.conf ] || echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.conf
  apt-get update -q
  apt-get install -qy --no-install-recommends "${missing[@]}"
fi
if [ ! -e "$SCANNERS/complete" ]; then
  rm -rf "$SCANNERS"
  python3 -m venv "$SCANNERS"
  "$SCANNERS/bin/pip" install --quiet --disable-pip-version-check --requirement .ci/scanners.txt
  touch "$SCANNERS/complete"
fi
# On its own: it wants other versions of what checkov is made of.
if [ ! -e "$SCANNERS-schemathesis/complete" ]; then
  rm -rf "$SCANNERS-schemathesis"
  python3 -m venv "$SCANNERS-schemathesis"
  "$SCANNERS-schemathesis/bin/pip" install --quiet --disable-pip-version-check --requirement contract/fuzz/requirements.txt
  touch "$SCANNERS-schemathesis/complete"
fi
echo "ci: $(chromium-headless-shell --version), Node $(node --version), npm $(npm --version)"
echo "ci: checkov $("$SCANNERS/bin/checkov" --version), $("$SCANNERS/bin/hadolint" --version), $("$SCANNERS-schemathesis/bin/schemathesis" --version)"
