/**
 * The settings of the web service, checked in one place.
 *
 * CommonJS, because the preload (drain.cjs) reads it before anything else of the server is loaded.
 */

/**
 * @typedef {object} Settings
 * @property {number} port
 * @property {string} apiUrl
 * @property {string} publicUrl
 * @property {number} drainSeconds
 * @property {number} metricsPort
 */

/** @param {string} name @param {string | undefined} value @param {number} fallback @param {number} most */
function wholeNumber(name, value, fallback, most) {
  if (value === undefined || value === '') return fallback;
  const number = Number(value);
  if (/^\d+$/.test(value) && number <= most) return number;
  throw new Error(`${name} must be a whole number from 0 to ${most}, but is "${value}"`);
}

/** @param {string} name @param {string | undefined} value @param {string} fallback */
function address(name, value, fallback) {
  if (value === undefined || value === '') return fallback;
  const example = `an address such as ${fallback}`;
  if (!URL.canParse(value)) throw new Error(`${name} must be ${example}, but is "${value}"`);
  const url = new URL(value);
  if (url.username || url.password) throw new Error(`${name} must not hold a user name or a password`);
  if (!/^https?:$/.test(url.protocol)) throw new Error(`${name} must be ${example}, but is "${value}"`);
  if (url.pathname !== '/' || url.search || url.hash) {
    throw new Error(`${name} must be ${example} without a path, but is "${value}"`);
  }
  return url.origin;
}

/**
 * Reads the settings; throws an error whose message names the variable and what it must be.
 *
 * @param {Record<string, string | undefined>} environment
 * @returns {Settings}
 */
function readSettings(environment) {
  return {
    port: wholeNumber('PORT', environment.PORT, 3000, 65535),
    apiUrl: address('API_URL', environment.API_URL, 'http://localhost:8000'),
    publicUrl: address('PUBLIC_URL', environment.PUBLIC_URL, 'http://localhost:3000'),
    drainSeconds: wholeNumber('DRAIN_SECONDS', environment.DRAIN_SECONDS, 5, 3600),
    metricsPort: wholeNumber('METRICS_PORT', environment.METRICS_PORT, 9464, 65535),
  };
}

/**
 * The settings, or the end of the process with one line.
 *
 * @param {Record<string, string | undefined>} environment
 * @returns {Settings}
 */
function settingsOrExit(environment) {
  try {
    return readSettings(environment);
  } catch (error) {
    return exitWith(error instanceof Error ? error.message : String(error));
  }
}

/**
 * Says in one line why the process cannot go on, and ends it.
 *
 * @param {string} reason
 * @returns {never}
 */
function exitWith(reason) {
  process.stderr.write(`todo-web: ${reason}\n`);
  process.exit(1);
}

module.exports = { readSettings, settingsOrExit, exitWith };
