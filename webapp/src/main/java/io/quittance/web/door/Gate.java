package io.quittance.web.door;

import java.util.List;

/** Which kind of credentials a path asks for. Deny by default: an unknown path is a page of signed-in people. */
enum Gate {
    /** Anybody. */
    PUBLIC,
    /** A session of a signed-in member of the tenant. */
    PAGE,
    /** A bearer token. */
    API,
    /** The signed link in the path. */
    PORTAL,
    /** Nobody: reached by forwards only. */
    CLOSED;

    private static final List<String> PUBLIC_FILES = List.of("/", "/index", "/index.xhtml", "/favicon.ico", "/robots.txt", "/metrics");
    private static final List<String> PUBLIC_FOLDERS = List.of("/signup", "/signin", "/signout", "/hooks", "/resources",
            "/jakarta.faces.resource",
            "/jakarta.faces.push", "/error", "/health", "/openapi", "/api/v1/sign-ups");

    /** @param path without the context path, decoded and normalised by the container */
    static Gate of(String path) {
        if (PUBLIC_FILES.contains(path) || PUBLIC_FOLDERS.stream().anyMatch(folder -> isIn(path, folder))) {
            return PUBLIC;
        }
        if (isIn(path, "/api")) {
            return API;
        }
        if (isIn(path, "/p")) {
            return PORTAL;
        }
        return isIn(path, "/portal") ? CLOSED : PAGE;
    }

    /** What is answered while the schemas are still being brought up to date. */
    static boolean isOpenBeforeReady(String path) {
        return path.equals("/metrics") || isIn(path, "/health") || isIn(path, "/openapi") || isIn(path, "/resources");
    }

    private static boolean isIn(String path, String folder) {
        boolean below = path.startsWith(folder) && (path.length() == folder.length() || path.charAt(folder.length()) == '/');
        return below || path.equals(folder + ".xhtml");
    }
}
