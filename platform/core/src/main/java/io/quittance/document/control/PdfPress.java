package io.quittance.document.control;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Prints XHTML as PDF/A-3u, fit for archives. Nothing outside of the document is ever fetched: no network, no files, no
 * document types. Documents are set by {@link Typesetter}; those with letters or lengths that it does not know by the general
 * renderer, many times slower. A few are printed at a time, each with a set of fonts of its own that was parsed once.
 */
@ApplicationScoped
public class PdfPress {

    private static final Logger LOG = LoggerFactory.getLogger(PdfPress.class);
    private static final String PRODUCER = "Quittance";
    private static final String FAMILY = "DejaVu";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;
    private static final int PRESSES = 4;

    private final BlockingQueue<FontSet> fonts = new ArrayBlockingQueue<>(PRESSES);

    @PostConstruct
    void prepare() {
        XRLog.setLoggingEnabled(false);
        for (int i = 0; i < PRESSES; i++) {
            fonts.add(new FontSet());
        }
    }

    /** @throws IllegalStateException when the markup, which is our own, is not well-formed */
    public byte[] print(String xhtml) {
        return print(xhtml, Optional.empty(), Optional.empty());
    }

    /**
     * @param electronic the same document for machines, to be put inside
     * @param day        of its issue
     * @throws IllegalStateException when the markup, which is our own, is not well-formed
     */
    public byte[] print(String xhtml, Optional<String> electronic, Optional<LocalDate> day) {
        FontSet set = borrow();
        try {
            Document markup = parse(xhtml);
            return FontSet.isEuropean(xhtml) ? set(markup, set, electronic, day) : rendered(markup, set, electronic, day);
        } catch (IOException broken) {
            throw new UncheckedIOException("the document cannot be printed", broken);
        } finally {
            fonts.add(set);
        }
    }

    /** By the typesetter, or, where it refuses, by the general renderer. */
    static byte[] set(Document markup, FontSet set, Optional<String> electronic, Optional<LocalDate> day) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            Ink ink = new Ink(pdf, set.regular(true), set.bold(true));
            Typesetter.set(Markup.child(markup.getDocumentElement(), "body").orElseThrow(), ink);
            ink.finish();
            about(markup, pdf);
            return finished(pdf, electronic, day);
        } catch (Typesetter.Unknown unusual) {
            LOG.debug("printed by the general renderer: {}", unusual.getMessage());
            return rendered(markup, set, electronic, day);
        }
    }

    private static void about(Document markup, PDDocument pdf) {
        PDDocumentInformation about = new PDDocumentInformation();
        for (Element part : Markup.children(Markup.child(markup.getDocumentElement(), "head").orElseThrow())) {
            switch (part.getLocalName() + part.getAttribute("name")) {
                case "title" -> about.setTitle(Markup.flowed(part));
                case "metaauthor" -> about.setAuthor(part.getAttribute("content"));
                case "metasubject" -> about.setSubject(part.getAttribute("content"));
                default -> LOG.trace("{} says nothing about a document", part.getLocalName());
            }
        }
        about.setProducer(PRODUCER);
        pdf.setDocumentInformation(about);
        pdf.getDocumentCatalog().setLanguage(markup.getDocumentElement().getAttribute("lang"));
    }

    /** By the general renderer. */
    static byte[] rendered(Document markup, FontSet set, Optional<String> electronic, Optional<LocalDate> day) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.usePDDocument(pdf);
            builder.withW3cDocument(markup, null);
            builder.useUriResolver((base, uri) -> null);
            builder.useObjectDrawerFactory(new QrDrawer());
            builder.useExternalResourceAccessControl((uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            builder.useExternalResourceAccessControl((uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
            builder.useFont(new PDFontSupplier(PDType0Font.load(pdf, set.regular(false), true)), FAMILY, REGULAR, FontStyle.NORMAL, true);
            builder.useFont(new PDFontSupplier(PDType0Font.load(pdf, set.bold(false), true)), FAMILY, BOLD, FontStyle.NORMAL, true);
            builder.withProducer(PRODUCER);
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.layout();
                renderer.createPDFKeepOpen();
                return finished(pdf, electronic, day);
            }
        }
    }

    private static byte[] finished(PDDocument pdf, Optional<String> electronic, Optional<LocalDate> day) throws IOException {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Archive.prepare(pdf, electronic, day);
            pdf.save(out);
            return out.toByteArray();
        }
    }

    private FontSet borrow() {
        try {
            return fonts.take();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting to print", stopped);
        }
    }

    static Document parse(String xhtml) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setXIncludeAware(false);
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xhtml)));
        } catch (ParserConfigurationException | SAXException wrong) {
            throw new IllegalStateException("our own markup is not well-formed", wrong);
        }
    }
}
