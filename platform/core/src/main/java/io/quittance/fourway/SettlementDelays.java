package io.quittance.fourway;

import java.util.Map;

/**
 * How long money may be on its way before it is missed, in days.
 *
 * @param bank       between the day that was announced and the day on which the bank books it, either way
 * @param settlement by a gateway's plugin id, from the payment until a payout holds it
 * @param otherwise  the same for gateways that are not named
 */
public record SettlementDelays(int bank, Map<String, Integer> settlement, int otherwise) {

    /** Weekends and holidays between; gateways that pay out weekly hold money for up to two weeks. */
    public static final SettlementDelays STANDARD = new SettlementDelays(4, Map.of(), 14);
    /** Longer than that, and nothing would ever be missed. */
    public static final int MOST = 90;

    public SettlementDelays {
        settlement = Map.copyOf(settlement);
    }
}
