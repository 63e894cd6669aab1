{{/* The namespace that everything is in. */}}
{{- define "todo.namespace" -}}
{{- .Values.namespace.name | default .Release.Namespace -}}
{{- end -}}

{{/* Labels of every object. Never of a pod template: the chart's version must not roll pods. */}}
{{- define "todo.labels" -}}
{{ include "todo.podLabels" . }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end -}}

{{/* Labels of pods, and of what selects them. */}}
{{- define "todo.podLabels" -}}
app.kubernetes.io/name: todo-{{ .name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/part-of: todo-chatbot
{{- end -}}

{{/* What selects the pods of one service. */}}
{{- define "todo.selector" -}}
app.kubernetes.io/name: todo-{{ .name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end -}}

{{/* Name of the Secret that api reads. */}}
{{- define "todo.secretName" -}}
{{- if .Values.secrets.create }}{{ .Release.Name }}-secrets{{ else }}{{ .Values.existingSecret }}{{ end -}}
{{- end -}}

{{/* The image of one service. */}}
{{- define "todo.image" -}}
{{- $image := (index .root.Values .name).image -}}
{{- with .root.Values.imageRegistry }}{{ trimSuffix "/" . }}/{{ end -}}
{{ $image.repository }}:{{ $image.tag | default .root.Chart.AppVersion }}
{{- with $image.digest }}@{{ . }}{{ end -}}
{{- end -}}

{{/* Who a pod is, and where it may run: the same for the pods of `helm test`. */}}
{{- define "todo.placement" -}}
serviceAccountName: todo-{{ .name }}
automountServiceAccountToken: false
enableServiceLinks: false
{{- with .root.Values.imagePullSecrets }}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with index .root.Values .name }}
{{- with .nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- end }}
{{- end -}}

{{/* How long a pod has between being told to end and being killed. */}}
{{- define "todo.graceSeconds" -}}
{{- with .Values.rollout }}{{ add .preStopSeconds .drainSeconds .longestTurnSeconds }}{{ end -}}
{{- end -}}

{{/* What Kubernetes calls restricted: an ordinary user (the images' own), and no way to more rights. */}}
{{- define "todo.podSecurity" -}}
runAsNonRoot: true
runAsUser: 65532
runAsGroup: 65532
fsGroup: 65532
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{- define "todo.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end -}}

{{/* How pods of a service are replaced: the new one is ready before the old one goes. */}}
{{- define "todo.rollout" -}}
{{- if not (index .root.Values .name).autoscaling.enabled }}
replicas: {{ (index .root.Values .name).replicas }}
{{- end }}
revisionHistoryLimit: 10
minReadySeconds: {{ .root.Values.rollout.minReadySeconds }}
progressDeadlineSeconds: {{ .root.Values.rollout.progressDeadlineSeconds }}
strategy:
  type: RollingUpdate
  rollingUpdate:
    maxSurge: 1
    maxUnavailable: 0
{{- end -}}

{{/* What the pods of both services have in common. */}}
{{- define "todo.podSpec" -}}
{{ include "todo.placement" . }}
terminationGracePeriodSeconds: {{ include "todo.graceSeconds" .root }}
securityContext:
  {{- include "todo.podSecurity" . | nindent 2 }}
{{- if .root.Values.spreadOver }}
topologySpreadConstraints:
  {{- range .root.Values.spreadOver }}
  - maxSkew: 1
    topologyKey: {{ . }}
    # A single node takes both pods of a service.
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        {{- include "todo.selector" $ | nindent 8 }}
    # New pods are spread among themselves: the old ones are about to go.
    matchLabelKeys: [pod-template-hash]
  {{- end }}
{{- end }}
{{- end -}}

{{/* Probes and hooks need no shell: the images have none. */}}
{{- define "todo.lifecycle" -}}
lifecycle:
  preStop:
    sleep:
      seconds: {{ .root.Values.rollout.preStopSeconds }}
startupProbe:
  httpGet: {path: /health, port: http}
  periodSeconds: 1
  timeoutSeconds: 2
  failureThreshold: 60
readinessProbe:
  httpGet: {path: /health/ready, port: http}
  periodSeconds: 2
  timeoutSeconds: 2
  failureThreshold: 3
livenessProbe:
  httpGet: {path: /health, port: http}
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: 3
{{- end -}}

{{/* Changes with the Secret: the checksum that was given, or that of the values when the chart makes the Secret. */}}
{{- define "todo.secretChecksum" -}}
{{- if .Values.secrets.create }}{{ toJson .Values.secrets | sha256sum | trunc 12 }}{{ else }}{{ .Values.secretChecksum }}{{ end -}}
{{- end -}}
