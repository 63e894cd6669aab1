# What `npm run check` does beyond `npm test`. All three speak, also when the first one fails.
failed=
npx --no-install biome ci --colors=off . || failed+=' biome'
npx --no-install turbo run typecheck --continue || failed+=' typecheck'
npx --no-install knip || failed+=' knip'
[ -z "$failed" ] || { echo "failed:$failed"; exit 1; }
