{{/* The settings of each service: what its ConfigMap holds, and what its pods roll with. */}}
{{- define "todo.config.api" -}}
PORT: "8000"
METRICS_PORT: "9464"
PUBLIC_URL: {{ .Values.publicUrl | quote }}
DRAIN_SECONDS: {{ .Values.rollout.drainSeconds | quote }}
{{- with .Values.ai.model }}
AI_MODEL: {{ . | quote }}
{{- end }}
{{- with .Values.ai.openaiBaseUrl }}
OPENAI_BASE_URL: {{ . | quote }}
{{- end }}
{{- end -}}

{{- define "todo.config.web" -}}
PORT: "3000"
METRICS_PORT: "9464"
API_URL: http://todo-api:8000
PUBLIC_URL: {{ .Values.publicUrl | quote }}
DRAIN_SECONDS: {{ .Values.rollout.drainSeconds | quote }}
{{- end -}}
