package io.quittance.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import io.quittance.launcher.ProjectFolder;
import io.quittance.system.api.Business;
import io.quittance.system.stack.SharedStack;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Every page of the built WAR: it opens, people who cannot see or point can use it, and it complains of nothing. */
@NeedsChromium
@Order(35)
class EveryPageIT {

    @Test
    void every_page_opens_without_a_fault_on_desk_and_phone() throws IOException {
        Business business = Business.named("pages");
        business.enableSandbox("pages-secret");
        String customer = business.customer("Page GmbH", "page@pages.example");
        String invoice = business.issuedInvoice(customer, "50.00");
        Map<String, String> ids = Map.of("/app/customer/page.xhtml", customer, "/app/customer/edit.xhtml", customer,
                "/app/customer/statement.xhtml", customer,
                "/app/invoice/page.xhtml", invoice, "/app/plugin/gateway.xhtml", Business.GATEWAY);
        SoftAssertions faults = new SoftAssertions();
        for (Visitor visitor : List.of(Visitor.atDesk(), Visitor.onPhone())) {
            try (visitor) {
                visitor.signIn("/app/dashboard", business.email(), Business.PASSWORD);
                visitor.complaints();
                for (String path : pages()) {
                    String address = ids.containsKey(path) ? path + "?id=" + ids.get(path) : path;
                    Response response = visitor.page().navigate(SharedStack.get().baseUrl() + address);
                    faults.assertThat(response.status()).as(address).isLessThan(500);
                    faults.assertThat(visitor.page().url()).as("no error in place of " + address)
                            .matches(shown -> path.startsWith("/error/") || !shown.contains("/error/"));
                    faults.assertThatCode(() -> visitor.look("page" + path.replace('/', '-').replace(".xhtml", "")))
                            .doesNotThrowAnyException();
                    faults.assertThat(visitor.complaints()).as(address).noneMatch(fault -> !fault.contains("status of 404"));
                }
            }
        }
        faults.assertAll();
    }

    @Test
    void nobody_opens_a_page_of_another_business() {
        Business owner = Business.named("pages");
        String customer = owner.customer("Secret GmbH", "secret@pages.example");
        String invoice = owner.issuedInvoice(customer, "51.00");
        Business other = Business.named("strangers");
        try (Visitor stranger = Visitor.atDesk()) {
            stranger.signIn("/app/dashboard", other.email(), Business.PASSWORD);
            for (String address : List.of("/app/customer/page?id=" + customer, "/app/customer/edit?id=" + customer,
                    "/app/customer/statement?id=" + customer,
                    "/app/invoice/page?id=" + invoice, "/app/invoice/edit?id=" + invoice, "/app/invoice/pdf?id=" + invoice,
                    "/app/audit/trail?subject=invoice&id=" + invoice, "/app/customer/list", "/app/invoice/list", "/app/dashboard")) {
                Response response = stranger.page().navigate(SharedStack.get().baseUrl() + address);

                assertThat(response.text()).as(address).doesNotContain("Secret GmbH");
                if (address.contains("?id=")) {
                    assertThat(response.status()).as(address).isEqualTo(404);
                }
            }
        }
    }

    /** The Faces route list: all views but templates, tags and what only forwards reach. */
    static List<String> pages() throws IOException {
        try (ZipFile war = new ZipFile(ProjectFolder.find().path("webapp/target/quittance.war").toFile())) {
            List<String> pages = war.stream().map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".xhtml") && !name.startsWith("WEB-INF/") && !name.startsWith("portal/"))
                    .map(name -> "/" + name).sorted().toList();
            assertThat(pages).hasSizeGreaterThan(10);
            return pages;
        }
    }
}
