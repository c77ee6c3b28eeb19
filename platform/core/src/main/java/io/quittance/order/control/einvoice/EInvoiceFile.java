package io.quittance.order.control.einvoice;

import io.quittance.Fault;
import io.quittance.order.CanonicalOrder;
import io.quittance.order.ReadOutcome;
import io.quittance.xml.Elements;
import io.quittance.xml.SafeXml;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * One file that is an electronic invoice: UBL 2.1, CII or ZUGFeRD 1 as XML, or a PDF with one of them inside. It is no validator of
 * the standard's rules; what cannot be taken exactly, or contradicts itself, is refused with all reasons at once.
 */
public final class EInvoiceFile {

    /** Longest XML that is read, in bytes. */
    public static final int LONGEST_XML = 8 * 1024 * 1024;

    private static final Set<String> UBL = Set.of("Invoice", "CreditNote");
    private static final String UBL_SPACE = "urn:oasis:names:specification:ubl:";
    private static final String CII = "CrossIndustryInvoice";
    private static final String ZUGFERD_1 = "CrossIndustryDocument";
    private static final Set<String> CII_PARTS = Set.of("ExchangedDocumentContext", "ExchangedDocument", "SupplyChainTradeTransaction",
            "SpecifiedExchangedDocumentContext", "HeaderExchangedDocument", "SpecifiedSupplyChainTradeTransaction");
    private static final List<String> CII_PROFILES = List.of("urn:cen.eu:en16931:2017", "urn:factur-x.eu:1p0:", "urn:zugferd.de:2p0:");
    private static final List<String> ZUGFERD_1_PROFILES = List.of("urn:ferd:");
    private static final int SNIFFED = 4096;

    private EInvoiceFile() {
    }

    /** By its first bytes: worth reading as XML or as a PDF? */
    public static boolean isXml(byte[] content) {
        String start = start(content);
        return start.startsWith("<");
    }

    public static boolean isPdf(byte[] content) {
        return start(content).startsWith("%PDF-");
    }

    private static String start(byte[] content) {
        String start = new String(content, 0, Math.min(content.length, SNIFFED), StandardCharsets.UTF_8);
        return (start.startsWith("\uFEFF") ? start.substring(1) : start).stripLeading();
    }

    /** Never throws for what is in the file. */
    public static ReadOutcome read(byte[] content) {
        if (!isPdf(content)) {
            return xml(content);
        }
        return switch (PdfAttachment.in(content)) {
            case PdfAttachment.Found(byte[] inside) -> xml(inside);
            case PdfAttachment.Refused(Fault why) -> new ReadOutcome.Unreadable(List.of(why));
        };
    }

    private static ReadOutcome xml(byte[] content) {
        if (content.length > LONGEST_XML) {
            return because("file", content.length, "einvoice.tooLarge", LONGEST_XML);
        }
        Element root;
        try {
            root = SafeXml.parse(content).getDocumentElement();
        } catch (SAXException broken) {
            String reason = String.valueOf(broken.getMessage());
            return reason.contains("DOCTYPE") ? because("file", "DOCTYPE", "einvoice.doctype")
                    : because("file", "", "einvoice.notXml", reason);
        }
        Reading reading = new Reading();
        String name = root.getLocalName();
        boolean crossIndustry = name.equals(CII) || name.equals(ZUGFERD_1);
        if (!crossIndustry && !(UBL.contains(name) && String.valueOf(root.getNamespaceURI()).startsWith(UBL_SPACE))) {
            return because("file", name, "einvoice.unknown");
        }
        if (crossIndustry) {
            checkCii(root, name, reading);
        }
        Paper paper = crossIndustry ? new CiiPaper(root, reading).read() : new UblPaper(root, reading).read();
        CanonicalOrder order = new PaperOrder(paper, reading).read();
        return reading.faults().isEmpty() ? new ReadOutcome.Read(List.of(order)) : new ReadOutcome.Unreadable(reading.faults());
    }

    private static void checkCii(Element root, String name, Reading reading) {
        for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element part && !CII_PARTS.contains(part.getLocalName())) {
                reading.fault(part.getLocalName(), part.getLocalName(), "einvoice.unknownPart");
            }
        }
        String context = name.equals(CII) ? "ExchangedDocumentContext" : "SpecifiedExchangedDocumentContext";
        String profile = Reading.text(root, context + "/GuidelineSpecifiedDocumentContextParameter/ID");
        if (Stream.of(name.equals(CII) ? CII_PROFILES : ZUGFERD_1_PROFILES).flatMap(List::stream).noneMatch(profile::startsWith)) {
            reading.fault("profile", profile, "einvoice.profile");
        }
        if (Elements.text(root, context + "/TestIndicator/Indicator").filter("true"::equals).isPresent()) {
            reading.fault("test", "true", "einvoice.test");
        }
    }

    private static ReadOutcome because(String field, Object value, String rule, Object... arguments) {
        return new ReadOutcome.Unreadable(List.of(Fault.of(field, value, rule, arguments)));
    }
}
