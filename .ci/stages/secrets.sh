# No key, token or password in the repository. Apart from `check`: it takes one processor for half a minute.
bash .ci/secrets/scan.sh
