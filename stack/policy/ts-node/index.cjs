'use strict';

// Node 24 runs TypeScript itself, so there is nothing to register.
exports.register = () => undefined;
