package io.quittance.spi.gateway;

/** Capability: the payer pays on a page of the gateway, so that no card data ever touches the product. */
public interface Checkout {

    /**
     * Opens a hosted page for one payment. Called again with the same key, it answers with the same page.
     */
    CheckoutOutcome start(CheckoutRequest request, GatewayCall call);
}
