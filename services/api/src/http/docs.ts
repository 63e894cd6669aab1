/** @module `/docs`: the OpenAPI document to read and try, served whole from here so that it works offline. */
import { access, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { notFound } from './validation.ts';

const FILES = new Map([
  ['swagger-ui.css', 'text/css'],
  ['swagger-ui-bundle.js', 'text/javascript'],
]);

/**
 * Comes before the viewer. What it shows of the description is Markdown turned to HTML: plain marks of text are let
 * through, and nothing that has an attribute, loads or runs; where the browser can (Trusted Types), it asks this.
 */
const START = `
const marks = /<\\/?(?:p|br|hr|i|b|em|strong|code|pre|ul|ol|li|h[1-6]|blockquote|table|thead|tbody|tr|th|td)>/g;
window.trustedTypes?.createPolicy('default', {
  createHTML(html) {
    if (html.replace(marks, '').includes('<')) throw new TypeError('These pages make no such HTML from text');
    return html;
  },
});
window.onload = () => SwaggerUIBundle({
  url: '/openapi.json', dom_id: '#docs', deepLinking: true, persistAuthorization: false,
});`;

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Todo chatbot API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body>
<main id="docs"></main>
<script src="/docs/start.js"></script>
<script src="/docs/swagger-ui-bundle.js"></script>
</body>
</html>
`;

/** `dompurify` is the viewer's own, which cleans what it shows before that is asked about; nobody can make it twice. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; font-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default dompurify";

/** The docs, to be mounted at `/docs`. */
export function docsRoutes(): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    context.header('content-security-policy', POLICY);
  });
  app.get('/', (context) => context.html(PAGE));
  app.get('/start.js', (context) => context.body(START, 200, { 'content-type': 'text/javascript' }));
  app.get('/:file', async (context) => {
    const file = context.req.param('file');
    const type = FILES.get(file);
    if (!type) throw notFound(context);
    context.header('cache-control', 'public, max-age=3600');
    return context.body(await readFile(join(await viewer(), file)), 200, { 'content-type': type });
  });
  return app;
}

/** Beside the bundle when there is one (the build copies the two files there), else the package. */
async function viewer(): Promise<string> {
  const beside = fileURLToPath(new URL('./docs', import.meta.url));
  try {
    await access(beside);
    return beside;
  } catch {
    return dirname(fileURLToPath(import.meta.resolve('swagger-ui-dist/package.json')));
  }
}
