# What `npm run check` does beyond `npm test`, and the scanners. All speak, also when the first one fails.
failed=
npx --no-install biome ci --colors=off . || failed+=' biome'
npx --no-install turbo run typecheck --continue || failed+=' typecheck'
npx --no-install knip || failed+=' knip'
bash .ci/scan.sh || failed+=' scan'
bash .ci/audit.sh || failed+=' audit'
npm run --silent sbom || failed+=' sbom'
[ -z "$failed" ] || { echo "failed:$failed"; exit 1; }
