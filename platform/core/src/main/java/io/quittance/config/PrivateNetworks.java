package io.quittance.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Which addresses lie inside of the operator's own networks. Hosts that a tenant names must not: through us a stranger would reach
 * what no stranger can.
 */
public final class PrivateNetworks {

    private PrivateNetworks() {
    }

    /** Whether the deployment lets tenants reach them, as on a developer's machine: {@code quittance.plugins.private.networks}. */
    public static boolean allowed(Configuration configuration) {
        return configuration.orDefault("quittance.plugins.private.networks", "refuse").equals("allow");
    }

    /**
     * Why the host is not reached; empty when it may be. The JDK caches a name's addresses for seconds, so a connection that follows
     * at once goes where this looked.
     */
    public static String refusal(String host) {
        try {
            boolean inside = Arrays.stream(InetAddress.getAllByName(host)).anyMatch(PrivateNetworks::contain);
            return inside ? host + " lies in a private network" : "";
        } catch (UnknownHostException unknown) {
            return "there is no host " + host;
        }
    }

    /** Loopback, link local, site local, unique local, shared by carriers, any and many. */
    public static boolean contain(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        boolean shared = bytes.length == 4 && (bytes[0] & 0xff) == 100 && (bytes[1] & 0xc0) == 64;
        return uniqueLocal || shared || address.isLoopbackAddress() || address.isSiteLocalAddress() || address.isLinkLocalAddress()
            || address.isAnyLocalAddress() || address.isMulticastAddress();
    }
}
