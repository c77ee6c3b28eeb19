package io.quittance.plugins.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.spi.bank.Bic;
import io.quittance.spi.bank.Iban;
import io.quittance.spi.gateway.BankFiles.Account;
import io.quittance.spi.gateway.BankFiles.Credit;
import io.quittance.spi.gateway.BankFiles.Debit;
import io.quittance.spi.gateway.BankFiles.Mandate;
import io.quittance.spi.gateway.BankFiles.Result;
import io.quittance.spi.gateway.BankFiles.Scheme;
import io.quittance.spi.gateway.BankFiles.Sequence;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.HttpReply;
import io.quittance.spi.money.Money;
import io.quittance.spi.settings.Settings;
import io.quittance.testkit.contract.SharedContracts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A business with an account in Germany on Monday, 2 March 2026. */
final class BankWorld {

    static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");
    static final String CREDITOR = "DE98ZZZ09999999999";

    private BankWorld() {
    }

    static Map<String, String> settings() {
        return Map.of(BankForm.HOLDER, "Nordwind Großhandel GmbH & Co. KG", BankForm.IBAN, "DE75 5121 0800 1245 1261 99",
            BankForm.BIC, "SOGEDEFFXXX", BankForm.CREDITOR, CREDITOR);
    }

    static GatewayCall call(String... changed) {
        return call(NOW, changed);
    }

    static GatewayCall call(Instant at, String... changed) {
        Map<String, String> values = new HashMap<>(settings());
        for (int i = 0; i < changed.length; i += 2) {
            values.put(changed[i], changed[i + 1]);
        }
        return new GatewayCall(Settings.of(values), request -> new HttpReply.NotConnected("this bank has no interface"),
            Clock.fixed(at, ZoneOffset.UTC));
    }

    static Account payer(String name) {
        return new Account(name, new Iban("FR1420041010050500013M02606"), Optional.empty());
    }

    static Debit debit(String name, String amount, Sequence sequence, String day) {
        return new Debit(name, euro(amount), payer("Žižkov & Söhne"),
            new Mandate("M-" + name, LocalDate.parse("2025-12-01"), Scheme.CORE), sequence, LocalDate.parse(day),
            "Rechnung INV_2026-1 • Müller");
    }

    static Credit credit(String name, String amount) {
        return new Credit(name, euro(amount), new Account("Jürgen Groß", new Iban("DE89370400440532013000"),
            Optional.of(new Bic("COBADEFFXXX"))), "Erstattung");
    }

    static Money euro(String amount) {
        return Money.parse(amount, Currency.getInstance("EUR"));
    }

    static Result.Written written(Result result) {
        assertThat(result).isInstanceOf(Result.Written.class);
        return (Result.Written) result;
    }

    /** Against the schema of the name that the file itself states. */
    static void assertValid(String definition, byte[] content) throws IOException, SAXException {
        try (InputStream raw = Files.newInputStream(SharedContracts.find("iso20022/" + definition + ".xsd.gz"));
                InputStream xsd = new GZIPInputStream(raw)) {
            Schema schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(new StreamSource(xsd));
            schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(content)));
        }
    }

    /** The texts of all nodes at a path, whose names are without namespace. */
    static List<String> at(byte[] content, String path) {
        try {
            Document document = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(new ByteArrayInputStream(content));
            NodeList found = (NodeList) XPathFactory.newDefaultInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < found.getLength(); i++) {
                texts.add(found.item(i).getTextContent().strip());
            }
            return texts;
        } catch (IOException | SAXException | ParserConfigurationException | XPathExpressionException broken) {
            throw new AssertionError("the file is no XML", broken);
        }
    }
}
