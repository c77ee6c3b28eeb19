package io.quittance.order.control.einvoice;

import io.quittance.Fault;
import io.quittance.xml.SafeXml;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.xml.sax.SAXException;

/**
 * The electronic invoice inside of a PDF.
 *
 * @see "Factur-X 1.0, chapter 6.1; ZUGFeRD 1.0, 3.1; XRechnung: the names that the embedded file may have"
 */
sealed interface PdfAttachment {

    /** @param xml as embedded */
    record Found(byte[] xml) implements PdfAttachment {
    }

    record Refused(Fault why) implements PdfAttachment {
    }

    /** Largest PDF that is opened, in bytes. */
    int LARGEST = 10 * 1024 * 1024;

    static PdfAttachment in(byte[] pdf) {
        if (pdf.length > LARGEST) {
            return refused(pdf.length, "einvoice.tooLarge", LARGEST);
        }
        if (!PdfBudget.allows(pdf)) {
            return refused("", "einvoice.pdfPacked");
        }
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return Search.of(document);
        } catch (IOException | RuntimeException broken) {
            // The parser answers damaged files with exceptions of many kinds.
            return refused("", "einvoice.pdfBroken", String.valueOf(broken.getMessage()));
        }
    }

    private static PdfAttachment refused(Object value, String rule, Object... arguments) {
        return new Refused(Fault.of("file", value, rule, arguments));
    }

    /** Through the tree of names, no deeper and no longer than a real document has it. */
    final class Search {

        private static final Set<String> NAMES = Set.of("factur-x.xml", "zugferd-invoice.xml", "xrechnung.xml");
        private static final int DEEPEST = 10;
        private static final int MOST_FILES = 200;

        private final Map<String, PDComplexFileSpecification> files = new TreeMap<>();

        private Search() {
        }

        static PdfAttachment of(PDDocument document) throws IOException {
            PDMetadata metadata = document.getDocumentCatalog().getMetadata();
            if (metadata != null && !isWellFormed(metadata.getCOSObject())) {
                return refused("", "einvoice.pdfMetadata");
            }
            Search search = new Search();
            PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
            if (names != null && names.getEmbeddedFiles() != null) {
                search.walk(names.getEmbeddedFiles(), 0);
            }
            List<PDEmbeddedFile> invoices = new ArrayList<>();
            search.files.forEach((name, file) -> {
                if (NAMES.contains(name)) {
                    Optional.ofNullable(file.getEmbeddedFileUnicode()).or(() -> Optional.ofNullable(file.getEmbeddedFile()))
                            .ifPresent(invoices::add);
                }
            });
            if (invoices.size() != 1) {
                return refused(String.join(", ", search.files.keySet()),
                        invoices.isEmpty() ? "einvoice.pdfWithout" : "einvoice.pdfSeveral");
            }
            return bytes(invoices.getFirst().getCOSObject()).<PdfAttachment>map(Found::new)
                    .orElseGet(() -> refused("", "einvoice.pdfPacked"));
        }

        private void walk(PDNameTreeNode<PDComplexFileSpecification> node, int depth) throws IOException {
            if (depth > DEEPEST || files.size() > MOST_FILES) {
                return;
            }
            Map<String, PDComplexFileSpecification> here = node.getNames();
            if (here != null) {
                here.forEach((key, file) -> {
                    if (file != null) {
                        String name = file.getFileUnicode() != null ? file.getFileUnicode() : file.getFile();
                        files.put((name == null ? key : name).toLowerCase(Locale.ROOT), file);
                    }
                });
            }
            if (node.getKids() != null) {
                for (PDNameTreeNode<PDComplexFileSpecification> kid : node.getKids()) {
                    walk(kid, depth + 1);
                }
            }
        }

        private static boolean isWellFormed(COSStream metadata) throws IOException {
            Optional<byte[]> content = bytes(metadata);
            if (content.isEmpty()) {
                return false;
            }
            try {
                SafeXml.parse(content.get());
                return true;
            } catch (SAXException broken) {
                return false;
            }
        }

        /** Plain or deflated once, of bounded length. */
        private static Optional<byte[]> bytes(COSStream stream) throws IOException {
            COSBase filters = stream.getFilters();
            if (filters != null && !COSName.FLATE_DECODE.equals(filters)
                    && !(filters instanceof COSArray several
                            && (several.size() == 0 || several.size() == 1 && COSName.FLATE_DECODE.equals(several.getObject(0))))) {
                return Optional.empty();
            }
            try (InputStream content = stream.createInputStream()) {
                byte[] bytes = content.readNBytes(EInvoiceFile.LONGEST_XML + 1);
                return bytes.length > EInvoiceFile.LONGEST_XML ? Optional.empty() : Optional.of(bytes);
            }
        }
    }
}
