package io.quittance.plugins.bank;

import io.quittance.spi.bank.Bic;
import io.quittance.spi.bank.SepaText;
import io.quittance.spi.gateway.BankFiles.Account;
import io.quittance.spi.money.Money;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an ISO 20022 message, element by element in the schema's order. Texts are transliterated on their way in. */
final class Message {

    static final int LONGEST_NAME = 70;
    static final int LONGEST_TEXT = 140;
    private static final int LONGEST_REFERENCE = 35;
    private static final int EURO_DIGITS = 2;
    private static final String NO_BANK = "NOTPROVIDED";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter xml;
    private final boolean newFormat;

    /** A part of the message that stands inside an element. */
    @FunctionalInterface
    interface Part {
        void write() throws XMLStreamException;
    }

    private Message(boolean newFormat) throws XMLStreamException {
        this.newFormat = newFormat;
        this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
    }

    /** What a message is made of. */
    @FunctionalInterface
    interface Body {
        void write(Message message) throws XMLStreamException;
    }

    /**
     * @param definition such as {@code pain.008.001.08}
     * @throws IllegalStateException when the message is not well-formed, which is a defect of ours
     */
    static byte[] write(String definition, boolean newFormat, String root, Body body) {
        try {
            Message message = new Message(newFormat);
            String namespace = "urn:iso:std:iso:20022:tech:xsd:" + definition;
            message.xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            message.xml.writeStartElement("Document");
            message.xml.writeDefaultNamespace(namespace);
            message.in(root, () -> body.write(message));
            message.xml.writeEndDocument();
            message.xml.flush();
            return message.bytes.toByteArray();
        } catch (XMLStreamException defect) {
            throw new IllegalStateException("a message cannot be written", defect);
        }
    }

    void in(String name, Part part) throws XMLStreamException {
        xml.writeStartElement(name);
        part.write();
        xml.writeEndElement();
    }

    /** Our own words: codes, dates, figures. */
    void say(String name, Object value) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(value.toString());
        xml.writeEndElement();
    }

    /** Others' words, as every bank takes them. */
    void text(String name, String value, int longest) throws XMLStreamException {
        String plain = SepaText.of(value, longest);
        say(name, plain.isEmpty() ? "." : plain);
    }

    /** @param path from the outside in */
    void code(String code, String... path) throws XMLStreamException {
        for (String name : path) {
            xml.writeStartElement(name);
        }
        xml.writeCharacters(code);
        for (int i = 0; i < path.length; i++) {
            xml.writeEndElement();
        }
    }

    void header(String id, Instant at, int count, BigDecimal sum, String initiator) throws XMLStreamException {
        in("GrpHdr", () -> {
            text("MsgId", id, LONGEST_REFERENCE);
            say("CreDtTm", at.truncatedTo(ChronoUnit.SECONDS));
            say("NbOfTxs", count);
            say("CtrlSum", sum.toPlainString());
            in("InitgPty", () -> text("Nm", initiator, LONGEST_NAME));
        });
    }

    void amount(Money amount) throws XMLStreamException {
        xml.writeStartElement("InstdAmt");
        xml.writeAttribute("Ccy", amount.currency().getCurrencyCode());
        xml.writeCharacters(decimal(amount).toPlainString());
        xml.writeEndElement();
    }

    /** Exactly two digits. @throws ArithmeticException when it has more, which no euro has */
    static BigDecimal decimal(Money amount) {
        return amount.toDecimal().setScale(EURO_DIGITS);
    }

    /** @param side such as {@code Cdtr} */
    void party(String side, Account account) throws XMLStreamException {
        in(side, () -> text("Nm", account.name(), LONGEST_NAME));
    }

    void iban(String side, Account account) throws XMLStreamException {
        code(account.iban().value(), side + "Acct", "Id", "IBAN");
    }

    /** Its bank, or that it is not named. */
    void bank(String side, Optional<Bic> bank) throws XMLStreamException {
        if (bank.isPresent()) {
            code(bank.get().value(), side + "Agt", "FinInstnId", newFormat ? "BICFI" : "BIC");
        } else {
            code(NO_BANK, side + "Agt", "FinInstnId", "Othr", "Id");
        }
    }

    /** What the other side reads. */
    void remittance(String said) throws XMLStreamException {
        if (!said.isBlank()) {
            in("RmtInf", () -> text("Ustrd", said, LONGEST_TEXT));
        }
    }
}
