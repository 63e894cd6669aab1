# What a fresh machine lacks: a browser for the journey. Docker, helm and Kubernetes come with the next stage.
missing=()
command -v chromium >/dev/null || missing+=(chromium)
command -v curl >/dev/null || missing+=(curl)
command -v git >/dev/null || missing+=(git)
if [ ${#missing[@]} -gt 0 ]; then
  apt-get update -q
  apt-get install -qy --no-install-recommends "${missing[@]}"
fi
echo "ci: $(chromium --version), Node $(node --version), npm $(npm --version)"
