package io.quittance.system.api;

import io.quittance.system.stack.SharedStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** What happens at the sandbox gateway's company: a payer at its checkout page, and the payouts to the business's bank. */
public final class SandboxMerchant {

    private final String account;
    private final Map<String, String> key;

    public SandboxMerchant(Business business) {
        account = SharedStack.get().sandboxUrl().orElseThrow() + "/v1/accounts/" + business.slug();
        key = Map.of("Authorization", "Bearer key-of-" + business.slug());
    }

    /** The payer pays on the page. @param page as the checkout was answered */
    public void pay(String page) {
        pay(page, "approved");
    }

    /** The payer pays, and the company makes that trouble. @param mode as the company calls it, such as {@code lost} */
    public void pay(String page, String mode) {
        String payment = page.substring(page.lastIndexOf('/') + 1);
        try {
            Http.trySend("POST", account + "/payments/" + payment + "/pay", key, Http.write(Map.of("mode", mode))).expect(200);
        } catch (IOException hungUp) {
            if (!mode.equals("timeout")) {
                throw new UncheckedIOException(hungUp);
            }
        }
    }

    /** Its late webhooks come after that many seconds. */
    public void beLate(int seconds) {
        Http.send("POST", account + "/switches", key, Http.write(Map.of("delaySeconds", seconds))).expect(200);
    }

    /** Every captured payment, by the company's name for it, in minor units. */
    public Map<String, Long> captured() {
        Map<String, Long> captured = new HashMap<>();
        String after = "";
        do {
            Answer page = Http.get(account + "/payments?state=captured&limit=1000" + (after.isEmpty() ? "" : "&after=" + after), key)
                    .expect(200);
            page.json().at("/payments").forEach(payment -> captured.put(payment.at("/id").asText(), payment.at("/amount").asLong()));
            after = page.at("/next");
        } while (!after.isEmpty());
        return captured;
    }

    /** Pays out all that was captured, and answers the bank's statement of it. @param wrongBy cents that the bank books too much */
    public String payOut(long wrongBy) {
        String statement = Http.send("POST", account + "/payouts", key, Http.write(Map.of("currency", "EUR", "wrongBy", wrongBy)))
                .expect(201).at("/statement");
        return Http.get(SharedStack.get().sandboxUrl().orElseThrow() + statement, key).expect(200).text();
    }
}
