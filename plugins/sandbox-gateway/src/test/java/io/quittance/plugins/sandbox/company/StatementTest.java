package io.quittance.plugins.sandbox.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

class StatementTest {

    private static final Path SCHEMA = Path.of(System.getProperty("quittance.home"), "..", "shared", "contracts", "iso20022",
        "camt.053.001.08.xsd.gz");

    @ParameterizedTest
    @CsvSource({"EUR,9680", "JPY,9680", "KWD,9680", "EUR,-500", "EUR,0", "EUR,99999999999"})
    void fits_the_schema_of_the_standard(String currency, long booked) throws IOException, SAXException {
        boolean present = Files.exists(SCHEMA);
        assertThat(present || System.getenv("CI") == null).as("with CI set the schemas must be there").isTrue();
        assumeTrue(present, "skipped: there is no " + SCHEMA);
        schema().newValidator().validate(new StreamSource(new StringReader(Statement.of(payout(currency, booked)))));
    }

    @Test
    void says_what_was_booked_and_balances() {
        String xml = Statement.of(payout("EUR", 9_680));
        assertThat(xml).contains("<Ustrd>SANDBOXPAY PO 1</Ustrd>", "<Amt Ccy=\"EUR\">96.80</Amt>", "<Amt Ccy=\"EUR\">10000.00</Amt>",
            "<Amt Ccy=\"EUR\">10096.80</Amt>", "<CdtDbtInd>CRDT</CdtDbtInd>", "<IBAN>DE89370400440532013000</IBAN>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme", "beta", "a", "a-very-long-account-name-of-sixty-characters-or-so-it-seems"})
    void invents_ibans_with_right_check_digits(String account) {
        String iban = Statement.inventedIban(account);
        assertThat(iban).matches("DE[0-9]{20}").isEqualTo(Statement.inventedIban(account));
        assertThat(new BigInteger(iban.substring(4) + "1314" + iban.substring(2, 4)).mod(BigInteger.valueOf(97))).isEqualTo(BigInteger.ONE);
    }

    private static Payout payout(String currency, long booked) {
        return new Payout("po_1", "acme", currency, 10_000, 320, 9_680, booked, "DE89370400440532013000", 1_772_357_400_000L,
            List.of("pay_1"));
    }

    private static Schema schema() throws IOException, SAXException {
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        try (InputStream in = new GZIPInputStream(Files.newInputStream(SCHEMA))) {
            return factory.newSchema(new StreamSource(in));
        }
    }
}
