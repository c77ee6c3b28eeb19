package io.quittance.web.settings;

import io.quittance.invoice.boundary.InvoiceSettings;
import io.quittance.tax.PriceMode;
import io.quittance.web.problem.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the business states its prices. */
@RequestScoped
@Path("price-settings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Settings")
public class PricesResource {

    @Inject
    InvoiceSettings settings;

    /** NET: unit prices leave out the tax; GROSS: they include it. */
    public record PricesJson(PriceMode priceMode) {
    }

    @GET
    @Operation(operationId = "getPriceSettings", summary = "Whether prices include the tax where neither customer nor document says so")
    @APIResponseSchema(value = PricesJson.class, responseCode = "200", responseDescription = "The setting")
    public PricesJson get() {
        return new PricesJson(settings.prices());
    }

    @PUT
    @Operation(operationId = "changePriceSettings", summary = "State prices so from the next draft on")
    @APIResponseSchema(value = PricesJson.class, responseCode = "200", responseDescription = "The setting as it is now")
    public PricesJson change(PricesJson input) {
        if (input.priceMode() == null) {
            throw Refusal.ofInput("priceMode", "", "json.value", "NET, GROSS");
        }
        settings.changePrices(input.priceMode());
        return get();
    }
}
