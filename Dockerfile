# chatproof as an image: docker build -t chatproof .   BASE is any image with Node, npm, tar and a user "node".
ARG BASE=node:22-slim

FROM ${BASE} AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm pack --silent && tar --extract --file chatproof-*.tgz && npm prune --omit=dev --ignore-scripts

FROM ${BASE}
ENV NODE_ENV=production
COPY --from=build /build/package /chatproof
COPY --from=build /build/node_modules /chatproof/node_modules
USER node
WORKDIR /work
ENTRYPOINT ["node", "/chatproof/dist/cli/main.js"]
CMD ["--help"]
