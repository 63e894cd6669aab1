# People work on while processes, networks, clocks, handles and disks fail; a sample of `npm run faults`, with its audit.
npx --no-install turbo run build
npm run --silent faults -- --only faults,full-disk --sample | sed -E 's/^\| ([^|]+) \| ([^|]+) \|.*/ci: \1: \2/; /^ci: (what|---)/d'
