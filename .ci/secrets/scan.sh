#!/usr/bin/env bash
# No key, token or password in any file of the repository, by the rules of detect-secrets, as it comes with checkov, and
# of model_keys.py. What looks like one and is none is in not-secrets.txt: words of up to 15 letters, as examples have
# for passwords, and what tests plant.
set -euo pipefail
. .ci/scanners.sh
mapfile -t none < <(sed 's/^/--exclude-secrets=/' .ci/secrets/not-secrets.txt)
rules=(--plugin .ci/secrets/model_keys.py --no-verify "${none[@]}")
# Anything random is suspect to these: hashes of content, ids of recordings.
rules+=(--disable-plugin HexHighEntropyString --disable-plugin Base64HighEntropyString --disable-plugin KeywordDetector)
find_in() { "$SCANNERS/bin/detect-secrets-hook" "${rules[@]}" "$@"; }

# A scanner that understands nothing finds nothing.
planted=$(mktemp --suffix .ts)
trap 'rm "$planted"' EXIT
printf 'const url = "postgres://todo:%s@db.example/todo", key = "sk-proj-%s";\n' {,}"$(head -c 15 /dev/urandom | od -An -tx1 | tr -d ' \n')" >"$planted"
said=$(find_in "$planted") && { echo 'ci: secrets: what was planted was NOT FOUND'; exit 1; }
[ "$(grep -c '^Secret Type' <<<"$said")" = 2 ] || { echo "$said"; exit 1; }

# Without its history, or with another owner's, a folder holds what was not ignored when it was copied.
list() {
  git -c safe.directory='*' ls-files -z -- ':!package-lock.json' ':!*.png' ':!*.woff2' ':!**/migrations/meta/*' ||
    find . \( -name node_modules -o -name .git -o -name .next -o -name dist -o -name .turbo \) -prune -o \
      -type f ! -name package-lock.json ! -name '*.png' ! -name '*.woff2' ! -path '*/migrations/meta/*' -print0
}
mapfile -d '' -t files < <(list)
[ ${#files[@]} -gt 0 ]
find_in "${files[@]}"
echo "ci: secrets: none in ${#files[@]} files"
