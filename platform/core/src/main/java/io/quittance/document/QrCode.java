package io.quittance.document;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import java.util.Map;

/**
 * A QR code as a drawing.
 *
 * @param size modules at each side, with the quiet zone of four around it
 * @param path the dark modules as the {@code d} of an SVG path, one unit a module: only {@code M}, {@code h}, {@code v} and {@code z}
 */
public record QrCode(int size, String path) {

    private static final int QUIET = 4;

    /**
     * With error correction M and in UTF-8, as EPC069-12 wants it.
     *
     * @throws IllegalArgumentException when the text is too long for a code
     */
    public static QrCode of(String text) {
        try {
            QRCode code = Encoder.encode(text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"));
            return new QrCode(code.getMatrix().getWidth() + 2 * QUIET, path(code.getMatrix()));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("no QR code holds " + text.length() + " characters", tooLong);
        }
    }

    private static String path(ByteMatrix matrix) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            int x = 0;
            while (x < matrix.getWidth()) {
                int from = x;
                while (x < matrix.getWidth() && matrix.get(x, y) == 1) {
                    x++;
                }
                if (x > from) {
                    path.append('M').append(from + QUIET).append(' ').append(y + QUIET).append('h').append(x - from)
                            .append("v1h-").append(x - from).append('z');
                }
                x++;
            }
        }
        return path.toString();
    }
}
