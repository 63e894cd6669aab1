{{/*
A pod of `helm test`: a few lines for the Node of api's own image, so that nothing has to be pulled. It stays after the
test, for `helm test --logs`.
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
spec:
  restartPolicy: Never
  activeDeadlineSeconds: 60
  automountServiceAccountToken: false
  enableServiceLinks: false
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
            const good = response.status === status && more(response, body);
            console.log(`${good ? 'ok  ' : 'FAIL'} ${options.method ?? 'GET'} ${url} -> ${response.status}`);
            if (!good) failures.push(`${url}: ${body.slice(0, 500)}`);
          }
          {{- .script | nindent 10 }}
          if (failures.length > 0) throw new Error(failures.join('\n'));
      resources:
        requests: {cpu: 10m, memory: 64Mi}
        limits: {cpu: 500m, memory: 128Mi}
      securityContext:
        {{- include "todo.containerSecurity" . | nindent 8 }}
{{- end -}}
