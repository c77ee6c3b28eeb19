package io.quittance.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The main job over REST: what a program of the business's own can do. */
@Order(20)
class MainJobIT {

    @Test
    void a_business_signs_up_invoices_and_the_customer_gets_a_mail_with_a_private_link() {
        Business business = Business.named("alpha");
        String customer = business.customer("Kunde GmbH", "kunde@customer.example");
        String invoice = business.issuedInvoice(customer, "100.00");

        Answer issued = business.get("/invoices/" + invoice).expect(200);
        assertThat(issued.text()).contains("119.00");
        assertThat(Mails.link(Mails.to("kunde@customer.example", "/p/"), "/p/")).contains("/p/");
    }
}
