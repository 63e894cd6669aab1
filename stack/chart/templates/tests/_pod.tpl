{{/*
A pod of `helm test`: a few lines for the Node of api's own image, so that nothing has to be pulled. It stays after the
test, for `helm test --logs`. With `token` it may read as a user who does not exist: nothing is ever written.
*/}}
{{- define "todo.test" -}}
apiVersion: v1
kind: Pod
metadata:
  name: todo-test-{{ .test }}
  namespace: {{ include "todo.namespace" .root }}
  labels:
    {{- include "todo.labels" . | nindent 4 }}
  annotations:
    helm.sh/hook: test
    helm.sh/hook-delete-policy: before-hook-creation
    # It runs once and ends: there is nothing to probe.
    checkov.io/skip1: CKV_K8S_8=a test pod runs once and ends
    checkov.io/skip2: CKV_K8S_9=a test pod runs once and ends
spec:
  restartPolicy: Never
  activeDeadlineSeconds: 60
  {{- include "todo.placement" (dict "root" .root "name" "api") | nindent 2 }}
  securityContext:
    {{- include "todo.podSecurity" . | nindent 4 }}
  containers:
    - name: test
      image: {{ include "todo.image" (dict "root" .root "name" "api") | quote }}
      imagePullPolicy: {{ .root.Values.api.image.pullPolicy }}
      # The image's entry point is node.
      args:
        - --input-type=module
        - --eval
        - |
          const failures = [];
          async function expect(url, status, more = () => true, options = {}) {
            const response = await fetch(url, { ...options, signal: AbortSignal.timeout(10_000) });
            const body = await response.text();
            let good = response.status === status;
            try {
              good &&= more(response, body);
            } catch {
              good = false;
            }
            console.log(`${good ? 'ok  ' : 'FAIL'} ${options.method ?? 'GET'} ${url} -> ${response.status}`);
            if (!good) failures.push(`${url}: ${body.slice(0, 500)}`);
          }
          {{- if .token }}
          const { createHmac } = await import('node:crypto');
          const encode = (part) => Buffer.from(JSON.stringify(part)).toString('base64url');
          const claims = { sub: 'helm-test', scope: 'read', exp: Math.floor(Date.now() / 1000) + 60 };
          const unsigned = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
          const signature = createHmac('sha256', process.env.JWT_SECRET).update(unsigned).digest('base64url');
          const authorization = `Bearer ${unsigned}.${signature}`;
          {{- end }}
          {{- .script | nindent 10 }}
          if (failures.length > 0) throw new Error(failures.join('\n'));
      {{- if .token }}
      env:
        - name: JWT_SECRET
          valueFrom:
            secretKeyRef:
              name: {{ include "todo.secretName" .root }}
              key: JWT_SECRET
      {{- end }}
      resources:
        requests: {cpu: 10m, memory: 64Mi}
        limits: {cpu: 500m, memory: 128Mi}
      securityContext:
        {{- include "todo.containerSecurity" . | nindent 8 }}
{{- end -}}
