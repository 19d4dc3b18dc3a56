# Central Ops on the Amazon Bedrock AgentCore HTTP contract: port 8080, POST /invocations, GET /ping.
# Not built where this project is developed (no container engine there); see README, "Not run against live AWS".
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY src src
COPY graphs graphs
COPY prompts prompts
COPY bench bench
COPY scripts scripts
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:24-slim
ENV NODE_ENV=production DOCKER_CONTAINER=1
WORKDIR /app
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json ./
COPY catalogue catalogue
USER node
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=3s CMD ["node", "-e", "fetch('http://127.0.0.1:8080/ping').then((reply) => process.exit(reply.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/src/entry/cli/main.js", "serve"]
