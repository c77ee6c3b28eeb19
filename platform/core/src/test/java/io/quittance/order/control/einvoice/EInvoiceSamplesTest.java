package io.quittance.order.control.einvoice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quittance.Fault;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.LineInput;
import io.quittance.order.CanonicalOrder;
import io.quittance.order.Prepayment;
import io.quittance.order.ReadOutcome;
import io.quittance.testing.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Held to electronic invoices of other makers: what their files say was read out of them by a program that is not ours. */
class EInvoiceSamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final List<String> FOLDERS = List.of("invoices/e-invoice", "invoices/en16931/examples", "invoices/en16931/testfiles",
            "invoices/peppol/examples");
    /** What must not be taken, and why. */
    private static final Map<String, String> REFUSED = Map.of(
            "mustang-tests/invalid/FAIL_zugferd_2p1_MINIMUM_Rechnung_380.xml", "einvoice.noLines",
            "mustang-tests/invalid/invalidV1.xml", "einvoice.unknownPart",
            "mustang-tests/invalid/invalidV1ExtraTags.xml", "einvoice.unknownPart",
            "mustang-tests/invalid/invalidV2Profile.xml", "einvoice.profile",
            "mustang-tests/invalid/invalidXMP-ParseError.pdf", "einvoice.pdfMetadata",
            "mustang-tests/invalid/invalidXRV30.xml", "einvoice.payable",
            "mustang/MustangGnuaccountingBeispielRE-20151008_504.pdf", "einvoice.missing");
    /** Its lines state amounts with tax where the standard wants them without: what they come to is not what it states. */
    private static final Set<String> LINES_DISAGREE = Set.of("mustang/MustangGnuaccountingBeispielRE-20140703_502.pdf",
            "mustang/MustangGnuaccountingBeispielRE-20150613_503.pdf");

    static Stream<Arguments> files() {
        List<Arguments> all = new ArrayList<>();
        for (Map.Entry<Path, JsonNode> file : truths()) {
            all.add(Arguments.of(file.getValue().get("file").asText(), file.getKey(), file.getValue()));
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void says_what_the_file_says_or_why_it_is_refused(String name, Path file, JsonNode truth) {
        ReadOutcome outcome = EInvoiceFile.read(Samples.bytes(file));
        if (REFUSED.containsKey(name)) {
            assertThat(rules(outcome)).contains(REFUSED.get(name));
            return;
        }
        if (rules(outcome).equals(List.of("einvoice.test"))) {
            outcome = asIfNoTest(Samples.bytes(file));
        }
        assertThat(outcome).as(name).isInstanceOf(ReadOutcome.Read.class);
        CanonicalOrder order = ((ReadOutcome.Read) outcome).orders().getFirst();
        assertHead(order, truth);
        assertTotals(order, truth);
        if (!LINES_DISAGREE.contains(name)) {
            InvoiceTotals totals = totals(order);
            assertThat(totals.gross().toDecimal()).as("lines").isEqualByComparingTo(order.stated().gross().orElseThrow());
            assertThat(totals.tax().toDecimal()).as("tax of the lines").isEqualByComparingTo(order.stated().tax().orElseThrow());
            assertThat(totals.net().toDecimal()).as("net of the lines").isEqualByComparingTo(order.stated().net().orElseThrow());
        }
    }

    @Test
    void whatever_else_lies_there_is_refused_with_a_reason() throws IOException {
        Set<Path> known = new HashSet<>();
        truths().forEach(file -> known.add(file.getKey()));
        int others = 0;
        for (Path file : Samples.files("invoices", "")) {
            boolean binary = file.toString().endsWith(".png") || file.toString().endsWith(".jpg");
            if (!known.contains(file) && !binary && Files.size(file) < EInvoiceFile.LONGEST_XML) {
                ReadOutcome outcome = EInvoiceFile.read(Samples.bytes(file));
                assertThat(outcome).as("%s", file).isInstanceOf(ReadOutcome.Unreadable.class);
                assertThat(rules(outcome)).as("%s", file).isNotEmpty();
                others++;
            }
        }
        assertThat(others).isPositive();
    }

    private static void assertHead(CanonicalOrder order, JsonNode truth) {
        assertThat(order.reference()).isEqualTo(truth.get("invoice_number").asText());
        assertThat(order.issued().orElseThrow().number()).isEqualTo(truth.get("invoice_number").asText());
        assertThat(order.issued().orElseThrow().on()).hasToString(truth.get("issue_date").asText());
        assertThat(order.dueDate().map(String::valueOf)).isEqualTo(text(truth, "due_date"));
        assertThat(order.currency()).isEqualTo(truth.get("currency").asText());
        assertThat(order.buyer().name()).isEqualTo(truth.get("buyer").asText());
        assertThat(order.issued().orElseThrow().seller()).isEqualTo(truth.get("seller").asText());
        text(truth, "seller_vat").map(id -> id.replace(" ", "")).filter(id -> id.matches("[A-Z]{2}[0-9A-Z.]+"))
                .ifPresent(id -> assertThat(order.issued().orElseThrow().sellerTaxId()).isEqualTo(id));
    }

    /** What is rounded to be paid is part of what is claimed; a credit note has its signs turned round. */
    private static void assertTotals(CanonicalOrder order, JsonNode truth) {
        BigDecimal sign = truth.get("type_code").asText().equals("381") ? BigDecimal.ONE.negate() : BigDecimal.ONE;
        BigDecimal prepaid = order.prepaid().stream().map(Prepayment::amount).reduce(BigDecimal.ZERO, BigDecimal::add).multiply(sign);
        BigDecimal gross = order.stated().gross().orElseThrow().multiply(sign);
        assertThat(prepaid).as("prepaid").isEqualByComparingTo(number(truth, "prepaid").orElse(BigDecimal.ZERO));
        BigDecimal claimed = number(truth, "due_payable").map(prepaid::add).orElseGet(() -> number(truth, "grand_total").orElseThrow());
        assertThat(gross).as("gross").isEqualByComparingTo(claimed);
        BigDecimal rounding = claimed.subtract(number(truth, "grand_total").orElseThrow());
        assertThat(rounding.abs()).as("rounding").isLessThan(BigDecimal.ONE);
        assertThat(order.stated().net().orElseThrow().multiply(sign)).as("net")
                .isEqualByComparingTo(number(truth, "net_total").orElseThrow().add(rounding));
        assertThat(order.stated().tax().orElseThrow().multiply(sign)).as("tax")
                .isEqualByComparingTo(number(truth, "tax_total").orElseThrow());
    }

    private static InvoiceTotals totals(CanonicalOrder order) {
        return InvoiceTotals.of(order.lines().stream().map(line -> new LineInput(line.description(), line.quantity(), line.unit(),
                line.unitPrice().orElseThrow(), line.discountPercent(), line.tax().orElseThrow())).toList(),
                Currency.getInstance(order.currency()), order.prices());
    }

    /** The makers' examples call themselves tests, which is refused; the rest of them is looked at all the same. */
    private static ReadOutcome asIfNoTest(byte[] content) {
        byte[] xml = EInvoiceFile.isPdf(content) ? ((PdfAttachment.Found) PdfAttachment.in(content)).xml() : content;
        String text = new String(xml, StandardCharsets.UTF_8);
        return EInvoiceFile.read(text.replaceFirst("Indicator>\\s*true\\s*<", "Indicator>false<").getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> rules(ReadOutcome outcome) {
        return outcome instanceof ReadOutcome.Unreadable(List<Fault> faults) ? faults.stream().map(Fault::rule).distinct().toList()
                : List.of();
    }

    private static List<Map.Entry<Path, JsonNode>> truths() {
        List<Map.Entry<Path, JsonNode>> all = new ArrayList<>();
        for (String folder : FOLDERS) {
            Path truth = Samples.files(folder, "truth.jsonl").getFirst();
            try {
                for (String line : Files.readAllLines(truth)) {
                    JsonNode said = JSON.readTree(line);
                    all.add(Map.entry(truth.resolveSibling(said.get("file").asText()), said));
                }
            } catch (JsonProcessingException broken) {
                throw new AssertionError(truth + " is no JSON", broken);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return all;
    }

    private static Optional<String> text(JsonNode truth, String field) {
        return Optional.of(truth.get(field)).filter(value -> !value.isNull()).map(JsonNode::asText);
    }

    private static Optional<BigDecimal> number(JsonNode truth, String field) {
        return Optional.of(truth.get(field)).filter(value -> !value.isNull()).map(JsonNode::decimalValue);
    }
}
