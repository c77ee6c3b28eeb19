package io.quittance.demo.control;

import io.quittance.Page;
import io.quittance.invoice.InvoiceFilter;
import io.quittance.invoice.InvoiceRow;
import io.quittance.invoice.InvoiceSort;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.reconciliation.StatementOutcome;
import io.quittance.reconciliation.boundary.Statements;
import io.quittance.tenancy.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Yesterday's bank statement (MT940) of a demo business: an invoice paid with its number, one paid without a word by its
 * customer, the bank's fee and a transfer from nobody known. Safe to repeat: a statement that was imported changes nothing.
 */
@ApplicationScoped
public class DemoBank {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");
    private static final BigDecimal OPENING = new BigDecimal("10000.00");
    private static final BigDecimal FEE = new BigDecimal("12.50");
    private static final BigDecimal STRAY = new BigDecimal("123.45");
    private static final String ACCOUNT = "DE89370400440532013000";

    @Inject
    InvoiceList invoices;
    @Inject
    Statements statements;
    @Inject
    CurrentTenant tenant;
    @Inject
    Clock clock;

    void report() {
        List<InvoiceRow> today = invoices.page(InvoiceFilter.ALL.withText(DemoPresent.ORDER),
                Page.Request.first(10, InvoiceSort.CREATED, true)).rows().stream().filter(row -> row.number().isPresent()).toList();
        if (today.size() >= 2) {
            StatementOutcome outcome = statements.bring("statement.sta", file(today.get(0), today.get(1)).getBytes(StandardCharsets.UTF_8));
            if (!(outcome instanceof StatementOutcome.Imported)) {
                throw new IllegalStateException("the demo's bank statement is refused: " + outcome);
            }
        }
    }

    private String file(InvoiceRow named, InvoiceRow nameless) {
        String currency = named.gross().currency().getCurrencyCode();
        LocalDate booked = tenant.get().today(clock).minusDays(1);
        String day = DAY.format(booked);
        BigDecimal first = named.gross().toDecimal();
        BigDecimal second = nameless.gross().toDecimal();
        BigDecimal closing = OPENING.add(first).add(second).add(STRAY).subtract(FEE);
        return String.join("\r\n", ":20:DEMO" + day, ":25:" + ACCOUNT, ":28C:" + booked.getDayOfYear() + "/1",
                ":60F:C" + day + currency + figure(OPENING),
                ":61:" + day + "C" + figure(first) + "NTRFNONREF",
                ":86:166?00TRANSFER?20" + named.number().orElseThrow().text() + "?32" + party(named),
                ":61:" + day + "C" + figure(second) + "NTRFNONREF",
                ":86:166?00TRANSFER?20with thanks?32" + party(nameless),
                ":61:" + day + "D" + figure(FEE) + "NCHGNONREF",
                ":86:805?00FEE?20Account fee",
                ":61:" + day + "C" + figure(STRAY) + "NTRFNONREF",
                ":86:166?00TRANSFER?20deposit?32Harper and Lowe",
                ":62F:C" + day + currency + figure(closing), "-", "");
    }

    /** Half of the field's 54 characters, which is one subfield. */
    private static String party(InvoiceRow row) {
        return row.customerName().substring(0, Math.min(27, row.customerName().length()));
    }

    /** Decimals behind a comma, as the format has it. */
    private static String figure(BigDecimal amount) {
        return amount.toPlainString().replace('.', ',');
    }
}
