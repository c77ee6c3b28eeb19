package io.quittance.plugins.sandbox.company;

/**
 * A webhook to deliver. It is signed anew at each attempt.
 *
 * @param id      the event's id, the same at each attempt
 * @param dueAt   not before
 * @param copies  how many times to deliver it, although once suffices
 * @param genuine false for the forgery we send on request: it is signed with another secret and tried once
 */
public record Notice(String id, String url, String secret, String body, long dueAt, int copies, boolean genuine) {
}
