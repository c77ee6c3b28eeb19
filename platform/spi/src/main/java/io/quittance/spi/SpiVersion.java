package io.quittance.spi;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of this SPI, by the rules of semantic versioning: within one major version nothing that a plugin uses goes
 * away or changes its meaning; a minor version adds.
 */
public record SpiVersion(int major, int minor, int patch) {

    /**
     * The version that this jar is. Since 1.1.0: {@link io.quittance.spi.gateway.EventLookup} with
     * {@link io.quittance.spi.gateway.WebhookOutcome.Hint}, {@link io.quittance.spi.gateway.PaymentInquiry.Inquiry},
     * {@link io.quittance.spi.gateway.PaymentEvent.Conversion} and {@link io.quittance.spi.gateway.SavedMethods.Agreement}.
     * Since 1.2.0: the words of {@link io.quittance.spi.bank} and {@link io.quittance.spi.gateway.BankFiles}; fees in
     * {@link io.quittance.spi.gateway.PayoutSource.Answer.Page}, and gateways that sign nothing.
     * Since 1.3.0: {@link Extension}, and {@link io.quittance.spi.bankfeed.BankFeed} for banks that show their lines.
     * Since 1.4.0: {@link io.quittance.spi.order.OrderSource} and {@link io.quittance.spi.order.OrderSink}.
     */
    public static final SpiVersion CURRENT = new SpiVersion(1, 4, 0);

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})");

    /** @throws IllegalArgumentException when the text is not three numbers with dots between */
    public static SpiVersion parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a version is major.minor.patch, not '" + text + "'");
        }
        return new SpiVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)));
    }

    /** Whether a plugin built against the required version works with this one. */
    public boolean serves(SpiVersion required) {
        return major == required.major && (minor > required.minor || minor == required.minor && patch >= required.patch);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
