package io.quittance.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses lie inside of the operator's own networks. Hosts that a tenant names must not: through us a stranger would reach
 * what no stranger can.
 */
public final class PrivateNetworks {

    /** Beyond what {@link InetAddress} knows by itself: the special-purpose registries of IANA (RFC 6890 and after). */
    private static final List<Block> SPECIAL = List.of(
            v4(0, 0, 0, 8), v4(100, 64, 0, 10), v4(192, 0, 0, 24), v4(192, 0, 2, 24), v4(198, 18, 0, 15), v4(198, 51, 100, 24),
            v4(203, 0, 113, 24), v4(240, 0, 0, 4),
            v6(0xfc, 0, 7), v6(0xfe, 0xc0, 10), v6(0x01, 0, 16), v6(0x20, 0x02, 16));
    /** 64:ff9b::/96 and 64:ff9b:1::/48 carry a v4 address to a translator of ours; 2001::/23 holds tunnels. */
    private static final byte[] TRANSLATED = {0, 0x64, (byte) 0xff, (byte) 0x9b};

    private PrivateNetworks() {
    }

    /** The addresses whose first bits are these. */
    private record Block(byte[] start, int bits) {

        boolean contains(byte[] address) {
            if (address.length < start.length || (address.length == 4) != (start.length == 4)) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((start[bit / 8] & mask) != (address[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
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

    /** Loopback, link-local, private, shared, multicast, reserved, translated or tunnelled. */
    public static boolean contain(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address.isLoopbackAddress() || address.isSiteLocalAddress() || address.isLinkLocalAddress() || address.isAnyLocalAddress()
            || address.isMulticastAddress() || SPECIAL.stream().anyMatch(block -> block.contains(bytes)) || carriesAnother(bytes);
    }

    private static boolean carriesAnother(byte[] bytes) {
        if (bytes.length != 16) {
            return false;
        }
        boolean translated = bytes[0] == TRANSLATED[0] && bytes[1] == TRANSLATED[1] && bytes[2] == TRANSLATED[2]
                && bytes[3] == TRANSLATED[3];
        boolean tunnel = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0 && (bytes[3] & 0xff) < 2;
        boolean compatible = true;
        for (int i = 0; i < 12; i++) {
            compatible &= bytes[i] == 0;
        }
        return translated || tunnel || compatible;
    }

    private static Block v4(int first, int second, int third, int bits) {
        return new Block(new byte[] {(byte) first, (byte) second, (byte) third, 0}, bits);
    }

    private static Block v6(int first, int second, int bits) {
        byte[] start = new byte[16];
        start[0] = (byte) first;
        start[1] = (byte) second;
        return new Block(start, bits);
    }
}
