package io.quittance.testing;

import io.quittance.customer.Customer;
import io.quittance.customer.CustomerDetails;
import io.quittance.customer.CustomerKind;
import io.quittance.customer.CustomerOutcome;
import io.quittance.customer.PostalAddress;
import io.quittance.customer.boundary.Customers;
import io.quittance.invoice.DraftInvoice;
import io.quittance.invoice.DraftOutcome;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.IssueOutcome;
import io.quittance.invoice.LineInput;
import io.quittance.invoice.boundary.Invoicing;
import io.quittance.tax.TaxRate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Customers and invoices that tests need, made through the product's own boundaries inside the current tenant scope. */
public final class Samples {

    private final CoreContainer core;

    public Samples(CoreContainer core) {
        this.core = core;
    }

    /**
     * A folder of real files of other makers beside the project, in the order of their names; none of them lies in it.
     * Where they are missing the test is skipped, and says so; in CI they must not be missing.
     */
    public static List<Path> files(String folder, String ending) {
        Path place = Path.of(System.getProperty("quittance.home", "."), "../shared/samples", folder);
        boolean there = Files.isDirectory(place);
        if (!there && System.getenv("CI") != null) {
            throw new AssertionError(place + " is missing, and in CI it must not be");
        }
        Assumptions.assumeTrue(there, () -> "no sample files beside the project: " + place);
        try (Stream<Path> found = Files.walk(place)) {
            return found.filter(Files::isRegularFile).filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static CustomerDetails details(String name) {
        return new CustomerDetails(name, CustomerKind.BUSINESS, "retail", List.of("accounts@example.com"), Locale.ENGLISH,
                ZoneId.of("Europe/Berlin"), 30, Optional.empty(), "", "DE123456789",
                new PostalAddress("Hauptstr. 1", "", "10115", "Berlin", "", "DE"));
    }

    public Customer customer(String name) {
        return customer(details(name));
    }

    public Customer customer(CustomerDetails details) {
        return switch (core.get(Customers.class).create(details)) {
            case CustomerOutcome.Saved(Customer saved) -> saved;
            case CustomerOutcome refused -> throw new AssertionError(refused);
        };
    }

    /** One line at 19 %: {@code net} becomes {@code net x 1.19}. */
    public InvoiceId draft(Customer customer, String net) {
        return draft(DraftInvoice.of(customer.id(), "EUR", List.of(LineInput.of("Goods", "1", net, TaxRate.standard("19")))));
    }

    public InvoiceId draft(DraftInvoice draft) {
        return switch (core.get(Invoicing.class).draft(draft)) {
            case DraftOutcome.Drafted drafted -> drafted.id();
            case DraftOutcome refused -> throw new AssertionError(refused);
        };
    }

    /** Issued without mail. */
    public InvoiceId issued(Customer customer, String net) {
        return issued(draft(customer, net));
    }

    public InvoiceId issued(InvoiceId draft) {
        return switch (core.get(Invoicing.class).issue(draft, false)) {
            case IssueOutcome.Issued issued -> issued.id();
            case IssueOutcome refused -> throw new AssertionError(refused);
        };
    }
}
