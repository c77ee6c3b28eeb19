package io.quittance.document.control;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Draws QR codes as one filled shape, so that no hair lines show between their modules. */
final class QrDrawer implements FSObjectDrawerFactory, FSObjectDrawer {

    /** Of an {@code object} whose {@code data} is the path of the dark modules and whose {@code standby} says how many fit its side. */
    static final String TYPE = "image/x-qr-path";

    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)");

    @Override
    public FSObjectDrawer createDrawer(Element element) {
        return isReplacedObject(element) ? this : null;
    }

    @Override
    public boolean isReplacedObject(Element element) {
        return element.getAttribute("type").equals(TYPE);
    }

    @Override
    public Map<Shape, String> drawObject(Element element, double x, double y, double width, double height, OutputDevice device,
            RenderingContext context, int dotsPerPixel) {
        int modules = Integer.parseInt(element.getAttribute("standby"));
        Path2D dark = path(element.getAttribute("data"));
        device.drawWithGraphics((float) x, (float) y, (float) width / dotsPerPixel, (float) height / dotsPerPixel,
                graphics -> draw(graphics, dark, width / dotsPerPixel / modules));
        return Map.of();
    }

    private static void draw(Graphics2D graphics, Path2D dark, double module) {
        graphics.setColor(Color.BLACK);
        graphics.fill(dark.createTransformedShape(AffineTransform.getScaleInstance(module, module)));
    }

    private static Path2D path(String runs) {
        Path2D path = new Path2D.Double();
        Matcher run = RUN.matcher(runs);
        while (run.find()) {
            int x = Integer.parseInt(run.group(1));
            int y = Integer.parseInt(run.group(2));
            int length = Integer.parseInt(run.group(3));
            path.moveTo(x, y);
            path.lineTo(x + length, y);
            path.lineTo(x + length, y + 1);
            path.lineTo(x, y + 1);
            path.closePath();
        }
        return path;
    }
}
