package io.quittance.plugins.plaid;

import io.quittance.spi.bankfeed.Consent;
import io.quittance.spi.bankfeed.Grant;
import io.quittance.testkit.contract.ApiDocument;
import io.quittance.testkit.contract.SharedContracts;
import io.quittance.testkit.gateway.GatewayWorld;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A Plaid that holds us against its document. */
final class PlaidWorld implements AutoCloseable {

    static final Grant GRANT = new Grant("{\"access\":\"access-1\"}");
    static final URI RETURN = URI.create("https://acme.example/app/connected");
    private static final String PATH = "plaid/plaid-2020-09-14.yml.gz";

    final PlaidCompany plaid = new PlaidCompany(document());
    final GatewayWorld world = new GatewayWorld(List.of(document()), plaid, PlaidWorld::settings);

    /** Read once: it is large. */
    private static final class Contract {
        private static final ApiDocument DOCUMENT = ApiDocument.shared(PATH);
    }

    static ApiDocument document() {
        // before the holder class, whose initialisation must not be what is skipped
        SharedContracts.find(PATH);
        return Contract.DOCUMENT;
    }

    static Map<String, String> settings(URI company) {
        return Map.of("client-id", "client1", "secret", "s3", "environment", "sandbox", "client-name", "Acme", "countries", "US,GB",
            "api-base", company.toString());
    }

    static Consent.Wish wish(Optional<Grant> renewed) {
        return new Consent.Wish(RETURN, "state-1", renewed, Locale.GERMAN);
    }

    static Consent.Return back(Grant pending) {
        return new Consent.Return(Map.of("state", "state-1"), pending, RETURN);
    }

    @Override
    public void close() {
        world.close();
    }
}
