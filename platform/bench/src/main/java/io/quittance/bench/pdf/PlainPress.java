package io.quittance.bench.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * As the manual of the library has it: the markup as text, a font file for each weight, one document after the other. It is spared
 * the code for banking apps and the electronic invoice, which the product puts in.
 */
final class PlainPress {

    private final File regular = font("DejaVuSansCondensed.ttf");
    private final File bold = font("DejaVuSansCondensed-Bold.ttf");

    PlainPress() throws IOException {
        XRLog.setLoggingEnabled(false);
    }

    byte[] print(String xhtml) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.withHtmlContent(xhtml, null);
            builder.useFont(regular, "DejaVu", 400, FontStyle.NORMAL, true);
            builder.useFont(bold, "DejaVu", 700, FontStyle.NORMAL, true);
            builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_U);
            builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
            builder.toStream(out);
            builder.run();
            return out.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException("the document cannot be printed", broken);
        }
    }

    private static File font(String name) throws IOException {
        Path copy = Files.createTempFile("quittance-font-", ".ttf");
        copy.toFile().deleteOnExit();
        try (InputStream in = PlainPress.class.getResourceAsStream("/net/sf/jasperreports/fonts/dejavu/" + name)) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        return copy.toFile();
    }
}
