package io.quittance.system.api;

import io.quittance.system.stack.SharedStack;
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
        String payment = page.substring(page.lastIndexOf('/') + 1);
        Http.send("POST", account + "/payments/" + payment + "/pay", key, Http.write(Map.of("mode", "approved"))).expect(200);
    }

    /** Pays out all that was captured, and answers the bank's statement of it. @param wrongBy cents that the bank books too much */
    public String payOut(long wrongBy) {
        String statement = Http.send("POST", account + "/payouts", key, Http.write(Map.of("currency", "EUR", "wrongBy", wrongBy)))
                .expect(201).at("/statement");
        return Http.get(SharedStack.get().sandboxUrl().orElseThrow() + statement, key).expect(200).text();
    }
}
