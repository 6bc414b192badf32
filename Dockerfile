# The image of the Action: one static program and the certificates of authorities, nothing else.
FROM rust:1.95-alpine@sha256:606fd313a0f49743ee2a7bd49a0914bab7deedb12791f3a846a34a4711db7ed2 AS build
WORKDIR /source
COPY Cargo.toml Cargo.lock build.rs ./
COPY principles principles
COPY src src
# An explicit target keeps `crt-static` off the build scripts, so that a base with glibc builds it, too.
RUN target=$(rustc --print host-tuple) \
    && RUSTFLAGS="-C target-feature=+crt-static" \
        cargo build --locked --release --bin package-repo-security --target "$target" \
    && install -D "target/$target/release/package-repo-security" /out/package-repo-security

# The program alone, for releases: `--target binary --output type=local,dest=DIRECTORY`.
FROM scratch AS binary
COPY --from=build /out/ /

# No USER: GitHub runs an action as root, and its files can be written by nobody else.
FROM scratch
LABEL org.opencontainers.image.title="package-repo-security" \
    org.opencontainers.image.description="Checks how a package registry says it meets the Principles for Package Repository Security" \
    org.opencontainers.image.licenses="MIT OR Apache-2.0"
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=binary /package-repo-security /
ENTRYPOINT ["/package-repo-security"]
