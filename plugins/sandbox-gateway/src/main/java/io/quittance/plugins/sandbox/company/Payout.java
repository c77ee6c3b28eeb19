package io.quittance.plugins.sandbox.company;

import java.util.List;

/**
 * A batch transferred to the merchant's bank.
 *
 * @param booked what the bank statement says, which differs from the net when a fault was asked for
 */
public record Payout(String id, String account, String currency, long gross, long fee, long net, long booked, String iban, long at,
                     List<String> payments) {

    String bankReference() {
        return "SANDBOXPAY " + id.toUpperCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
