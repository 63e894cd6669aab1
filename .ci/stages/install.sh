# The first half of the README's command for tests: npm ci && npm test
npm ci
echo "ci: Node $(npx --no-install node --version) from the lockfile"
