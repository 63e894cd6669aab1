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
{{- with .Values.mail.from }}
MAIL_FROM: {{ . | quote }}
{{- end }}
{{- if ne (int .Values.limits.chatTurnsPerMinute) 300 }}
CHAT_TURNS_PER_MINUTE: {{ .Values.limits.chatTurnsPerMinute | int | quote }}
{{- end }}
{{- if ne (int .Values.limits.requestsPerMinute) 6000 }}
REQUESTS_PER_MINUTE: {{ .Values.limits.requestsPerMinute | int | quote }}
{{- end }}
{{- if ne .Values.ai.fallback "none" }}
AI_FALLBACK: {{ .Values.ai.fallback }}
{{- end }}
{{- include "todo.config.otel" . }}
{{- end -}}

{{/* Where spans go, for both services. */}}
{{- define "todo.config.otel" -}}
{{- with .Values.otel.endpoint }}
OTEL_EXPORTER_OTLP_ENDPOINT: {{ . | quote }}
{{- with $.Values.otel.sampler }}
OTEL_TRACES_SAMPLER: {{ . }}
{{- end }}
{{- with $.Values.otel.samplerArg }}
OTEL_TRACES_SAMPLER_ARG: {{ . | quote }}
{{- end }}
{{- end }}
{{- end -}}

{{- define "todo.config.web" -}}
PORT: "3000"
METRICS_PORT: "9464"
API_URL: http://todo-api:8000
PUBLIC_URL: {{ .Values.publicUrl | quote }}
DRAIN_SECONDS: {{ .Values.rollout.drainSeconds | quote }}
{{- include "todo.config.otel" . }}
{{- end -}}
