# Central Ops on the Amazon Bedrock AgentCore HTTP contract: port 8080, POST /invocations, GET /ping, GET /ws.
#   docker buildx build --platform linux/arm64,linux/amd64 --tag central-ops .
#   docker buildx build --target aws-distribution …       with AWS's distribution of OpenTelemetry, which the program starts with
# Runs with a read-only file system: docker run --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges …
# (podman: build with --format docker, or the health check is left out).
# The program is JavaScript and WebAssembly throughout, so it is built where the builder is and copied for every platform.
FROM --platform=$BUILDPLATFORM node:24.21.0-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc LICENSE ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY src src
COPY graphs graphs
COPY prompts prompts
COPY bench bench
COPY scripts scripts
COPY catalogue catalogue
RUN npm run build
# With Node's compile cache, for the builder's own architecture: an image for another one compiles as ever.
RUN node dist/scripts/package/main.js directory /production
RUN node dist/scripts/package/main.js aws-distribution /aws-distribution

# The platform is said because Buildah would otherwise take the one of the stage before.
FROM --platform=$TARGETPLATFORM node:24.21.0-slim AS program
# The official image's user "node" has the id 1000.
ENV NODE_ENV=production DOCKER_CONTAINER=1 HOME=/tmp NODE_COMPILE_CACHE=/app/compile-cache
WORKDIR /app
COPY --from=build --chown=root:root /production ./
USER 1000:1000
EXPOSE 8080 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=3s --start-period=20s CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 8080) + '/ping').then((reply) => process.exit(reply.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "dist/bundle/main.js"]
CMD ["serve"]

FROM program AS aws-distribution
COPY --from=build --chown=root:root /aws-distribution ./
ENTRYPOINT ["node", "--import", "./dist/bundle/aws-distribution.js", "dist/bundle/main.js"]
CMD ["serve"]

FROM program
