package io.quittance.web.door;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A request and its response without a server: as much of them as the door looks at. */
final class Exchange {

    final Map<String, String> requestHeaders = new HashMap<>();
    final Map<String, Object> requestAttributes = new HashMap<>();
    final Map<String, Object> sessionAttributes = new HashMap<>();
    final Map<String, String> responseHeaders = new HashMap<>();
    final HttpSession session = stub(HttpSession.class, this::session);
    final HttpServletRequest request = stub(HttpServletRequest.class, this::request);
    final HttpServletResponse response = stub(HttpServletResponse.class, this::response);
    int status = HttpServletResponse.SC_OK;
    boolean sessionEnded;
    private final String path;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    private interface Answers {
        Object to(String method, Object[] arguments);
    }

    Exchange(String path) {
        this.path = path;
    }

    String body() {
        return body.toString(StandardCharsets.UTF_8);
    }

    private Object request(String method, Object[] arguments) {
        return switch (method) {
            case "getServletPath" -> path;
            case "getContextPath" -> "";
            case "getMethod" -> "GET";
            case "getPathInfo", "getQueryString" -> null;
            case "getHeader" -> requestHeaders.get(arguments[0]);
            case "getAttribute" -> requestAttributes.get(arguments[0]);
            case "setAttribute" -> requestAttributes.put((String) arguments[0], arguments[1]);
            case "getSession" -> session;
            case "getLocales" -> Collections.enumeration(List.of(Locale.ENGLISH));
            default -> throw new AssertionError("request." + method);
        };
    }

    private Object session(String method, Object[] arguments) {
        return switch (method) {
            case "getAttribute" -> sessionAttributes.get(arguments[0]);
            case "setAttribute" -> sessionAttributes.put((String) arguments[0], arguments[1]);
            case "invalidate" -> {
                sessionEnded = true;
                yield null;
            }
            default -> throw new AssertionError("session." + method);
        };
    }

    private Object response(String method, Object[] arguments) {
        switch (method) {
            case "setStatus" -> status = (int) arguments[0];
            case "setHeader", "setIntHeader" -> responseHeaders.put((String) arguments[0], String.valueOf(arguments[1]));
            case "setContentType" -> responseHeaders.put("Content-Type", (String) arguments[0]);
            case "getOutputStream" -> {
                return new Sink(body);
            }
            default -> throw new AssertionError("response." + method);
        }
        return null;
    }

    private static <T> T stub(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (proxy, method, arguments) -> answers.to(method.getName(), arguments)));
    }

    private static final class Sink extends ServletOutputStream {

        private final ByteArrayOutputStream target;

        private Sink(ByteArrayOutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int value) {
            target.write(value);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
