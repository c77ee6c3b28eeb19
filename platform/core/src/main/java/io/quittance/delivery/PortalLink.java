package io.quittance.delivery;

/**
 * A fresh private link. It is not kept anywhere: whoever loses it asks for another.
 *
 * @param token the secret part
 * @param url   what the debtor opens
 */
public record PortalLink(String token, String url) {

    /** Without the secret, so that it does not end in a log. */
    @Override
    public String toString() {
        return "PortalLink[…]";
    }
}
