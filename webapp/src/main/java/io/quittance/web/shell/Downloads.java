package io.quittance.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Files to keep, answered by small servlets beside the pages. */
public final class Downloads {

    private Downloads() {
    }

    /** The parameter {@code id}; empty when it is absent or no id. */
    public static Optional<Long> id(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("id")).filter(text -> text.matches("\\d{1,18}")).map(Long::valueOf);
    }

    public static void send(HttpServletResponse response, String mediaType, String fileName, byte[] content) throws IOException {
        response.setContentLength(content.length);
        begin(response, mediaType, fileName).write(content);
    }

    /** For a file whose length is not known beforehand; the caller writes it. */
    public static OutputStream begin(HttpServletResponse response, String mediaType, String fileName) throws IOException {
        String ascii = fileName.replaceAll("[^A-Za-z0-9._-]", "_");
        String full = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
        response.setContentType(mediaType);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + full);
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        return response.getOutputStream();
    }
}
