# Where the scanners are that the stage `tools` installs and `check` runs. Sourced.
SCANNERS=${XDG_CACHE_HOME:-$HOME/.cache}/todo-ci/scanners-$(cat .ci/scanners.txt contract/fuzz/requirements.txt | sha256sum | cut -c 1-12)
