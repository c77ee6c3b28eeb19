package io.quittance.spi.gateway;

/**
 * The platform's HTTP client, lent to a plugin for the time of a call.
 *
 * <p>Follows no redirects, bounds the size of an answer, refuses hosts that the plugin's manifest does not name, and
 * never repeats a request by itself. It tells apart what a plugin must tell apart: whether the other side can have
 * seen the request.
 */
public interface PlatformHttp {

    /** Sends once and waits for the answer, at most for the request's time-out. Does not throw for network trouble. */
    HttpReply send(HttpCall request);
}
