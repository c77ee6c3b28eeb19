package io.quittance.spi.gateway;

/**
 * The gateway's name for a payment, a payout or a mandate; unique within one gateway account.
 *
 * @param value 1 to 128 visible ASCII characters
 */
public record GatewayPaymentId(String value) {

    public GatewayPaymentId {
        if (!value.matches("[\\x21-\\x7e]{1,128}")) {
            throw new IllegalArgumentException("a gateway's payment id has 1 to 128 visible ASCII characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
