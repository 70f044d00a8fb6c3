# Node's own image only brings npm: the Node that runs is the one package.json pins.
FROM node:24-bookworm-slim AS build
WORKDIR /boat
COPY . .
RUN npm ci && npm run build && npm prune --omit=dev

FROM node:24-bookworm-slim
RUN useradd --system --create-home --home-dir /data boat
WORKDIR /boat
COPY --from=build --chown=boat:boat /boat /boat
USER boat
ENV HOST=0.0.0.0 PORT=3000 BOAT_DATA=/data NODE_ENV=production
VOLUME /data
EXPOSE 3000
CMD ["node_modules/.bin/node", "packages/server/src/main.ts", "serve"]
