package io.quittance.web.customer;

import io.quittance.Fault;
import io.quittance.customer.BillingDefaults;
import io.quittance.customer.CustomerId;
import io.quittance.customer.boundary.CustomerBilling;
import io.quittance.customer.boundary.Customers;
import io.quittance.tax.PriceMode;
import io.quittance.web.problem.Refusal;
import io.quittance.web.rest.Parameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What invoices for a customer begin with. */
@RequestScoped
@Path("customers/{id}/billing-defaults")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
public class CustomerBillingResource {

    @Inject
    Customers customers;
    @Inject
    CustomerBilling billing;

    /** Beside the terms. @param discountPercent of lines, none by default. @param priceMode the business's own by default */
    public record BillingInput(Optional<String> currency, Optional<BigDecimal> discountPercent,
            Optional<PriceMode> priceMode) {
    }

    /** Beside the terms; currency and priceMode are absent where they are the business's own. */
    public record BillingJson(String currency, String discountPercent, PriceMode priceMode) {
    }

    @GET
    @Operation(operationId = "getBillingDefaults", summary = "What invoices for a customer begin with, beside its terms")
    @APIResponseSchema(value = BillingJson.class, responseCode = "200", responseDescription = "The defaults")
    public BillingJson get(@PathParam("id") String id) {
        BillingDefaults defaults = billing.of(known(id));
        return new BillingJson(defaults.currency().map(Currency::getCurrencyCode).orElse(null),
                defaults.discountPercent().toPlainString(), defaults.prices().orElse(null));
    }

    @PUT
    @Operation(operationId = "changeBillingDefaults", summary = "Replace what invoices begin with, from the next draft on")
    @APIResponseSchema(value = BillingJson.class, responseCode = "200", responseDescription = "The defaults as they are now")
    public BillingJson change(@PathParam("id") String id, BillingInput input) {
        CustomerId customer = known(id);
        Parameters parameters = new Parameters();
        Optional<Currency> currency = parameters.currency("currency", input.currency().orElse(""));
        parameters.check();
        List<Fault> faults = billing.change(customer, new BillingDefaults(currency, input.discountPercent().orElse(BigDecimal.ZERO),
                input.priceMode()));
        if (!faults.isEmpty()) {
            throw Refusal.of(faults);
        }
        return get(id);
    }

    private CustomerId known(String id) {
        CustomerId customer = new CustomerId(Parameters.id(id));
        customers.find(customer).orElseThrow(Refusal::notFound);
        return customer;
    }
}
