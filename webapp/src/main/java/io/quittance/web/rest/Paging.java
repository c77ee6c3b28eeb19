package io.quittance.web.rest;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameters that every list has. */
public class Paging {

    @QueryParam("offset")
    @Parameter(description = "How many rows to skip, 0 by default", example = "0")
    String offset;

    @QueryParam("limit")
    @Parameter(description = "How many rows to answer, 1 to 200, 50 by default", example = "50")
    String limit;

    @QueryParam("sort")
    @Parameter(description = "By what to order; the values are the list's own")
    String sort;

    @QueryParam("order")
    @Parameter(description = "asc, or desc by default", example = "desc")
    String order;
}
