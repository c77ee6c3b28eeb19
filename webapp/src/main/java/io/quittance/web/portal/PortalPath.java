package io.quittance.web.portal;

import jakarta.servlet.http.HttpServletRequest;

import java.util.Optional;

/** The address of a private link: {@code /p/token} and what lies below it. Pages behind it never show an address of their own. */
record PortalPath(String token, String rest) {

    private static final String ATTRIBUTE = PortalPath.class.getName();

    static Optional<PortalPath> of(HttpServletRequest request) {
        String info = request.getPathInfo();
        if (info == null || info.length() < 2) {
            return Optional.empty();
        }
        int slash = info.indexOf('/', 1);
        return Optional.of(slash < 0 ?
                new PortalPath(info.substring(1), "") : new PortalPath(info.substring(1, slash), info.substring(slash)));
    }

    void keepIn(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    static Optional<PortalPath> kept(Object attribute) {
        return attribute instanceof PortalPath path ? Optional.of(path) : Optional.empty();
    }

    static String attribute() {
        return ATTRIBUTE;
    }

    String address() {
        return "/p/" + token;
    }
}
