/**
 * Where Pulumi starts the pack. Plain JavaScript, since Pulumi's own TypeScript loader would otherwise take it over.
 *
 * @module
 */
import './index.ts';
