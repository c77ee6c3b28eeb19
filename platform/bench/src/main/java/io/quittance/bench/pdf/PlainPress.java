package io.quittance.bench.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * As the manual of the library has it: the markup as text, a font file for each weight, the code for banking apps as an image, one
 * document after the other. It is spared the electronic invoice, which the product puts in.
 */
final class PlainPress {

    private static final Pattern CODE = Pattern.compile("<object type=\"[^\"]*\" data=\"([^\"]*)\" standby=\"(\\d+)\"></object>");
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)");
    private static final int DOTS = 4;

    private final File regular = font("DejaVuSansCondensed.ttf");
    private final File bold = font("DejaVuSansCondensed-Bold.ttf");

    PlainPress() throws IOException {
        XRLog.setLoggingEnabled(false);
    }

    byte[] print(String xhtml) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.withHtmlContent(CODE.matcher(xhtml).replaceAll(PlainPress::image), null);
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

    /** The modules of a code, each of some dots, as an image within the markup. */
    private static String image(MatchResult code) {
        int side = Integer.parseInt(code.group(2)) * DOTS;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, side, side);
        pen.setColor(Color.BLACK);
        RUN.matcher(code.group(1)).results().forEach(run -> pen.fillRect(Integer.parseInt(run.group(1)) * DOTS,
                Integer.parseInt(run.group(2)) * DOTS, Integer.parseInt(run.group(3)) * DOTS, DOTS));
        pen.dispose();
        try (ByteArrayOutputStream png = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", png);
            return "<img style=\"width: 30mm; height: 30mm\" src=\"data:image/png;base64,"
                    + Base64.getEncoder().encodeToString(png.toByteArray()) + "\"/>";
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory cannot be written to", impossible);
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
