# The second half of the README's command for tests: npm ci && npm test
npm test
