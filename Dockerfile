# docker build -t alertworker .
# docker run -p 8080:8080 -v alertworker-config:/config -v alertworker-data:/data alertworker
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG TARGETARCH=amd64
WORKDIR /src
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY src/ src/
COPY config/ config/
# ReadyToRun: machine code ahead of time, for a quick start.
RUN dotnet publish src/AlertWorker -c Release -o /app \
    -r "linux-$(echo "$TARGETARCH" | sed s/amd64/x64/)" --self-contained false \
    -p:PublishReadyToRun=true -p:DebugType=none \
    && mv /app/config /config && mkdir /data

FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /app /app
COPY --from=build --chown=$APP_UID /config /config
COPY --from=build --chown=$APP_UID /data /data
# Configuration and data directory are looked up from here: /config and /data.
WORKDIR /
ENV AlertWorker__Web__Urls=http://+:8080
EXPOSE 8080
VOLUME ["/config", "/data"]
USER $APP_UID
# The image has no curl; bash can ask as well.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["/bin/bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /healthz/live HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["/app/AlertWorker"]
